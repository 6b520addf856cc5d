package org.hiwar.voice.call;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.hiwar.channel.matrix.Reaching;
import org.hiwar.channel.matrix.Side;
import org.hiwar.contact.AddressKind;
import org.hiwar.conversation.Calls;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.Await;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestDatabase;
import org.hiwar.voice.line.CallLimits;
import org.hiwar.voice.line.CallLimitsStore;
import org.hiwar.voice.line.PhoneNumber;
import org.hiwar.voice.line.PhoneNumberId;
import org.hiwar.voice.line.PhoneNumberStore;
import org.hiwar.voice.line.PlacedTrunk;
import org.hiwar.voice.line.TrunkStore;
import org.hiwar.voice.sip.Credentials;
import org.hiwar.voice.sip.DialString;
import org.hiwar.voice.sip.SipEndpoint;
import org.hiwar.voice.sip.Transport;
import org.hiwar.voice.sip.Trunk;
import org.hiwar.voice.sip.TrunkId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A customer's telephone behind a trunk, and the agent's on the desk: who reaches whom is heard by
/// their tones.
public final class VoiceSide implements Side {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final int CUSTOMER = 1_013;
  private static final int AGENT = 1_710;

  private final String address = "127.7.9." + (COUNT.incrementAndGet() + 1);
  private final ChatWorkspace shop;
  private final AgentClient agent;
  private final String number;
  private final Telephone outside = new Telephone(address, CUSTOMER, CallWorkspace.sip());
  private final Telephone desk;
  private final List<Telephone.Talk> talks = new ArrayList<>();
  private Telephone.@Nullable Talk customer;
  private Telephone.@Nullable Talk headset;

  /// @param number of the customer
  public VoiceSide(ChatWorkspace shop, AgentClient agent, String number) throws IOException {
    this.shop = shop;
    this.agent = agent;
    this.number = number;
    trunk();
    var login = "71" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);
    var phone = phone(login);
    desk =
        new Telephone(
            address,
            AGENT,
            CallWorkspace.sip(),
            new Credentials(login, CallWorkspace.PHONE_PASSWORD));
    var wish = Map.of("kind", "PHONE", "phone", phone);
    agent.send("PUT", "/api/device", wish).ok();
    Await.until(() -> agent.get("/api/device").ok().body().get("ready").asBoolean());
  }

  private void trunk() {
    var id = new TrunkId(TestDatabase.ids().next());
    var trunk =
        new Trunk(
            id,
            "Test",
            address,
            outside.address().getPort(),
            Transport.UDP,
            null,
            false,
            false,
            false,
            List.of());
    RunningHiwar.bean(TrunkStore.class).add(shop.workspace(), new PlacedTrunk(trunk, 1));
    RunningHiwar.bean(PhoneNumberStore.class)
        .add(
            shop.workspace(),
            new PhoneNumber(
                new PhoneNumberId(TestDatabase.ids().next()),
                id,
                new DialString(CallWorkspace.NUMBER),
                shop.voice(),
                null));
    RunningHiwar.bean(CallLimitsStore.class)
        .set(shop.workspace(), new CallLimits("DE", Set.of(), false, false, 1_000, 100));
    RunningHiwar.bean(SipEndpoint.class).trunksChanged();
  }

  private String phone(String login) {
    var wish =
        Map.of(
            "name",
            "Desk",
            "user",
            agent.id(),
            "login",
            login,
            "password",
            CallWorkspace.PHONE_PASSWORD);
    var made = shop.administrator("administrator-" + login).send("POST", "/api/phones", wish);
    return made.ok().body().get("id").asString();
  }

  @Override
  public String channel() {
    return Calls.CHANNEL;
  }

  @Override
  public Optional<Noted> address() {
    return Optional.of(new Noted(AddressKind.PHONE, number));
  }

  @Override
  public void begin(String words) throws IOException {
    customer = kept(outside.calls(number));
  }

  @Override
  public void accepted() throws InterruptedException {
    headset = kept(desk.called().answer());
    Await.until(this::talking);
  }

  @Override
  public String reach(Reaching by, JsonNode conversation, String words)
      throws InterruptedException {
    return dial(by, "conversation", conversation.get("id").asString());
  }

  @Override
  public String reachAnew(Reaching by, String contact, String words) throws InterruptedException {
    return dial(by, "contact", contact);
  }

  private String dial(Reaching by, String where, String id) throws InterruptedException {
    var wish = Map.of("number", number, "service", shop.voice().toString(), where, id);
    var begun = by.client().send("POST", "/api/calls", wish).ok().body();
    headset = kept(desk.called().answer());
    customer = kept(outside.called().answer());
    return begun.get("conversation").asString();
  }

  private Telephone.Talk kept(Telephone.Talk talk) {
    talks.add(talk);
    return talk;
  }

  private boolean talking() {
    return Objects.requireNonNull(customer).customer.hears(AGENT)
        && Objects.requireNonNull(headset).customer.hears(CUSTOMER);
  }

  @Override
  public boolean got(String words) {
    return Objects.requireNonNull(customer).customer.hears(AGENT);
  }

  /// Speaks all the time.
  @Override
  public void answer(String words) {}

  @Override
  public boolean answered(JsonNode conversation, String words) {
    return Objects.requireNonNull(headset).customer.hears(CUSTOMER)
        && conversation
            .get("interactions")
            .valueStream()
            .anyMatch(one -> one.path("call").path("state").asString("").equals("CONNECTED"));
  }

  @Override
  public void close() {
    talks.forEach(Telephone.Talk::close);
    desk.close();
    outside.close();
  }
}
