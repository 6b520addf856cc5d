package org.hiwar.voice.line;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.hiwar.testing.TestDatabase;
import org.hiwar.voice.sip.Credentials;
import org.hiwar.voice.sip.DialString;
import org.hiwar.voice.sip.Transport;
import org.hiwar.voice.sip.Trunk;
import org.hiwar.voice.sip.TrunkId;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Service;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.Workspaces;
import org.jspecify.annotations.Nullable;

/// A workspace of one test with a voice service, over the test database, without an application.
final class LineScene {
  final WorkspaceId workspace = TestDatabase.freshWorkspace();
  final TrunkStore trunks = new TrunkStore(TestDatabase.database());
  final PhoneNumberStore numbers = new PhoneNumberStore(TestDatabase.database());
  final CallLimitsStore limits = new CallLimitsStore(TestDatabase.database());
  final ServiceVoiceStore voices = new ServiceVoiceStore(TestDatabase.database());
  final TrunkDirectory directory =
      new TrunkDirectory(
          new Workspaces(TestDatabase.database(), TestDatabase.ids(), Clock.systemUTC()),
          trunks,
          numbers,
          limits);
  final ServiceId service = service("Orders by phone");

  ServiceId service(String name) {
    var service = new ServiceId(TestDatabase.ids().next());
    new ServiceStore(TestDatabase.database())
        .add(
            workspace,
            new Service(
                service,
                name,
                Medium.VOICE,
                false,
                Duration.ofMinutes(1),
                Duration.ofSeconds(20),
                Duration.ofMinutes(1),
                false,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofMinutes(10),
                Duration.ofMinutes(1),
                false));
    return service;
  }

  TrunkId trunk(String name, int position) {
    var id = new TrunkId(TestDatabase.ids().next());
    trunks.add(workspace, new PlacedTrunk(trunk(id, name), position));
    return id;
  }

  static Trunk trunk(TrunkId id, String name) {
    return new Trunk(
        id,
        name,
        "sip.example.com",
        5060,
        Transport.UDP,
        new Credentials("hiwar", "a secret"),
        true,
        true,
        false,
        List.of("media.example.com"));
  }

  PhoneNumberId number(TrunkId trunk, String number, @Nullable String language) {
    var id = new PhoneNumberId(TestDatabase.ids().next());
    numbers.add(workspace, new PhoneNumber(id, trunk, new DialString(number), service, language));
    return id;
  }
}
