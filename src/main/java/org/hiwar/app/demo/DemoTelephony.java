package org.hiwar.app.demo;

import java.util.List;
import java.util.Set;
import org.hiwar.app.demo.carrier.DemoNumbers;
import org.hiwar.platform.Ids;
import org.hiwar.voice.call.QueueRules;
import org.hiwar.voice.call.RecordingRules.Rule;
import org.hiwar.voice.line.CallLimits;
import org.hiwar.voice.line.CallLimitsStore;
import org.hiwar.voice.line.PhoneNumber;
import org.hiwar.voice.line.PhoneNumberId;
import org.hiwar.voice.line.PhoneNumberStore;
import org.hiwar.voice.line.PlacedTrunk;
import org.hiwar.voice.line.ServiceVoice;
import org.hiwar.voice.line.ServiceVoiceStore;
import org.hiwar.voice.line.TrunkStore;
import org.hiwar.voice.sip.DialString;
import org.hiwar.voice.sip.Transport;
import org.hiwar.voice.sip.Trunk;
import org.hiwar.voice.sip.TrunkId;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Service;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// How the demo workspace is called: a trunk to the demonstration's network, and a number and a
/// service for each language.
@Component
class DemoTelephony {
  /// Until the network is started and says at which port it is.
  private static final int USUAL_PORT = 5060;

  private final ServiceStore services;
  private final TrunkStore trunks;
  private final PhoneNumberStore numbers;
  private final ServiceVoiceStore voices;
  private final CallLimitsStore limits;
  /// Whoever waits long enough hears the announcements of the queue, too.
  private static final QueueRules.Rule PLACES =
      new QueueRules.Rule(QueueRules.Announce.POSITION, QueueRules.Rule.USUAL.every());

  private final Ids ids;

  DemoTelephony(
      ServiceStore services,
      TrunkStore trunks,
      PhoneNumberStore numbers,
      ServiceVoiceStore voices,
      CallLimitsStore limits,
      Ids ids) {
    this.services = services;
    this.trunks = trunks;
    this.numbers = numbers;
    this.voices = voices;
    this.limits = limits;
    this.ids = ids;
  }

  Service english(WorkspaceId workspace) {
    return called(workspace, "Orders by phone", DemoNumbers.ENGLISH, "en");
  }

  Service arabic(WorkspaceId workspace) {
    return called(workspace, "الطلبات بالهاتف", DemoNumbers.ARABIC, "ar");
  }

  /// What may be dialled: the country's own numbers, which in the demonstration's network are its
  /// telephones.
  void limits(WorkspaceId workspace) {
    limits.set(workspace, new CallLimits(DemoNumbers.COUNTRY, Set.of(), false, false, 60, 20));
  }

  private Service called(WorkspaceId workspace, String name, DialString number, String language) {
    var service = DemoServices.usual(new ServiceId(ids.next()), name, Medium.VOICE);
    services.add(workspace, service);
    var own = new PhoneNumberId(ids.next());
    numbers.add(workspace, new PhoneNumber(own, trunk(workspace), number, service.id(), language));
    voices.set(workspace, service.id(), new ServiceVoice(own, Rule.ANNOUNCED, PLACES));
    return service;
  }

  private TrunkId trunk(WorkspaceId workspace) {
    return trunks.all(workspace).stream()
        .map(placed -> placed.trunk().id())
        .findFirst()
        .orElseGet(() -> add(workspace));
  }

  private TrunkId add(WorkspaceId workspace) {
    var trunk =
        new Trunk(
            new TrunkId(ids.next()),
            DemoNumbers.TRUNK,
            "127.0.0.1",
            USUAL_PORT,
            Transport.UDP,
            null,
            false,
            true,
            false,
            List.of());
    trunks.add(workspace, new PlacedTrunk(trunk, 1));
    return trunk.id();
  }
}
