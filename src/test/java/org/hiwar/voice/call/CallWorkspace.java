package org.hiwar.voice.call;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.hiwar.chat.ChatEntry;
import org.hiwar.chat.ChatEntryStore;
import org.hiwar.chat.EntryId;
import org.hiwar.floor.Floors;
import org.hiwar.platform.Ids;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestDatabase;
import org.hiwar.testing.TestWorkspace;
import org.hiwar.voice.call.RecordingRules.Rule;
import org.hiwar.voice.line.CallLimitsStore;
import org.hiwar.voice.line.PhoneNumber;
import org.hiwar.voice.line.PhoneNumberId;
import org.hiwar.voice.line.PhoneNumberStore;
import org.hiwar.voice.line.PlacedTrunk;
import org.hiwar.voice.line.ServiceVoice;
import org.hiwar.voice.line.ServiceVoiceStore;
import org.hiwar.voice.line.TrunkStore;
import org.hiwar.voice.sip.DialString;
import org.hiwar.voice.sip.SipEndpoint;
import org.hiwar.voice.sip.Transport;
import org.hiwar.voice.sip.Trunk;
import org.hiwar.voice.sip.TrunkId;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Role;
import org.hiwar.workspace.Service;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.SkillStore;
import org.hiwar.workspace.UserSkill;
import org.hiwar.workspace.WorkspaceId;

/// A workspace of one test, in the running application, that is called over a trunk from an address
/// of its own: trunks are told apart by where calls come from.
final class CallWorkspace implements AutoCloseable {
  static final String NUMBER = "+4930901820";
  static final String PHONE_PASSWORD = "olive-tree-on-the-hill";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final TestWorkspace workspace = TestWorkspace.fresh();
  private final String address = "127.7.1." + (COUNT.incrementAndGet() + 1);
  private final TrunkId trunk = new TrunkId(ids().next());
  private final Service service;
  private final Telephone telephone;

  /// @param hertz of the telephone's voice
  CallWorkspace(int hertz, Rule recording) throws IOException {
    telephone = new Telephone(address, hertz, sip());
    service = service("Orders by phone", recording);
    bean(TrunkStore.class)
        .add(workspace.id(), new PlacedTrunk(trunk(telephone.address().getPort()), 1));
    bean(PhoneNumberStore.class)
        .add(
            workspace.id(),
            new PhoneNumber(
                new PhoneNumberId(ids().next()),
                trunk,
                new DialString(NUMBER),
                service.id(),
                null));
    bean(CallLimitsStore.class)
        .set(
            workspace.id(),
            new org.hiwar.voice.line.CallLimits("DE", Set.of(), false, false, 1_000, 100));
    bean(SipEndpoint.class).trunksChanged();
  }

  private Trunk trunk(int port) {
    return new Trunk(
        trunk, "Test", address, port, Transport.UDP, null, false, false, false, List.of());
  }

  /// From now on the trunk leads to somebody else at the same address.
  void trunkTo(int port, Transport transport) {
    var there =
        new Trunk(trunk, "Test", address, port, transport, null, false, false, false, List.of());
    bean(TrunkStore.class).change(workspace.id(), new PlacedTrunk(there, 1));
    bean(SipEndpoint.class).trunksChanged();
  }

  /// One number more over the trunk.
  PhoneNumberId number(String number, Service of) {
    var id = new PhoneNumberId(ids().next());
    bean(PhoneNumberStore.class)
        .add(workspace.id(), new PhoneNumber(id, trunk, new DialString(number), of.id(), null));
    return id;
  }

  Service service(String name, Rule recording) {
    var made = service(name, Medium.VOICE);
    bean(ServiceVoiceStore.class).set(workspace.id(), made.id(), new ServiceVoice(null, recording));
    return made;
  }

  private Service service(String name, Medium medium) {
    var made =
        new Service(
            new ServiceId(ids().next()),
            name,
            medium,
            false,
            Duration.ofMinutes(1),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            false,
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofMinutes(10),
            Duration.ofMinutes(1),
            false);
    bean(ServiceStore.class).add(workspace.id(), made);
    bean(Floors.class).planChanged(workspace.id()).join();
    return made;
  }

  WorkspaceId id() {
    return workspace.id();
  }

  String slug() {
    return workspace.slug();
  }

  /// An entry `web` where customers chat, and call the workspace's service; the service of the
  /// chats.
  Service entry() {
    var chats = service("Orders by chat", Medium.CHAT);
    bean(ChatEntryStore.class)
        .add(
            workspace.id(),
            new ChatEntry(
                new EntryId(ids().next()),
                "web",
                chats.id(),
                "Orders",
                "en",
                List.of(),
                "Hello",
                "أهلًا",
                "#0d5c63",
                service.id()));
    return chats;
  }

  String address() {
    return address;
  }

  Service service() {
    return service;
  }

  /// The customers' end of the trunk.
  Telephone telephone() {
    return telephone;
  }

  static InetSocketAddress sip() {
    return bean(SipEndpoint.class).address();
  }

  /// An agent of some services, with an open desktop; without any said, of the one that is called.
  DeskPhone agent(String login, int hertz, Service... of) throws IOException {
    return new DeskPhone(client(login, of), hertz);
  }

  /// The same without anything to telephone with.
  AgentClient client(String login, Service... of) {
    var user = workspace.user(login, Role.AGENT, Role.SUPERVISOR);
    for (var each : of.length == 0 ? new Service[] {service} : of)
      bean(SkillStore.class).give(workspace.id(), new UserSkill(user, each.skill(), 50));
    bean(Floors.class).planChanged(workspace.id()).join();
    return workspace.client(login);
  }

  /// Gives an agent a telephone, as an administrator does.
  String phone(AgentClient owner, String login) {
    var administrator = "administrator-" + login;
    workspace.user(administrator, Role.ADMINISTRATOR);
    var wish =
        Map.of("name", "Desk", "user", owner.id(), "login", login, "password", PHONE_PASSWORD);
    return workspace
        .logIn(administrator)
        .post("/api/phones", wish)
        .expect(201)
        .body()
        .path("id")
        .asString();
  }

  static <T> T bean(Class<T> type) {
    return RunningHiwar.bean(type);
  }

  private static Ids ids() {
    return TestDatabase.ids();
  }

  @Override
  public void close() {
    telephone.close();
  }
}
