package org.hiwar.channel.matrix;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hiwar.testing.Await;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.voice.call.VoiceSide;
import org.hiwar.workspace.Medium;
import tools.jackson.databind.JsonNode;

/// A workspace with an agent, and one customer at the far ends of two channels.
final class MatrixScene implements AutoCloseable {
  private static final String NUMBER = "+4915112345678";

  private final ChatWorkspace shop = ChatWorkspace.fresh();
  final Reaching agent = new Reaching(shop.agent("amal", "en"));
  private final List<Reaching> colleagues = new ArrayList<>();
  private final Map<By, Side> sides = new EnumMap<>(By.class);

  MatrixScene(By... all) throws Exception {
    try {
      for (var by : all) sides.put(by, side(by));
      agent.ready();
    } catch (Exception | Error e) {
      close();
      throw e;
    }
  }

  private Side side(By by) throws Exception {
    return switch (by) {
      case VOICE -> new VoiceSide(shop, agent.client(), NUMBER);
      case CHAT -> new ChatSide(shop);
      case SMS -> new SmsSide(shop, NUMBER);
      case EMAIL -> new MailSide(shop);
      case WHATSAPP -> new WhatsAppSide(shop, NUMBER);
      case TELEGRAM -> new TelegramSide(shop);
      case WEBHOOK -> new WebhookSide(shop);
    };
  }

  Side of(By by) {
    return Objects.requireNonNull(sides.get(by));
  }

  /// The customer begins by `from`, and the address that `to` goes to is known: noted by the agent,
  /// or, of a browser, from an earlier chat.
  JsonNode begin(By from, By to) throws Exception {
    if (to == By.CHAT) {
      of(to).begin("An earlier chat");
      var earlier = agent.accept();
      agent.finish(earlier);
      agent.note(Reaching.contact(earlier), of(from).address().orElseThrow());
    }
    of(from).begin("Hello by " + from.word);
    var conversation = agent.accept();
    of(from).accepted();
    var wanted = of(to).address();
    boolean known = to == By.CHAT || knows(conversation, wanted.orElseThrow());
    if (!known) agent.note(Reaching.contact(conversation), wanted.orElseThrow());
    return conversation;
  }

  private boolean knows(JsonNode conversation, Side.Noted address) {
    return agent
        .client()
        .get("/api/contacts/" + Reaching.contact(conversation))
        .ok()
        .body()
        .get("addresses")
        .valueStream()
        .anyMatch(
            one ->
                one.get("kind").asString().equals(address.kind().name())
                    && one.get("value").asString().equals(address.value()));
  }

  /// Takes what is in the way out of it, by whoever can.
  void open(By to, JsonNode conversation) throws Exception {
    switch (to) {
      case WHATSAPP -> ((WhatsAppSide) of(to)).template();
      case CHAT, TELEGRAM -> {
        of(to).begin("I am here now");
        agent.accept();
      }
      case VOICE, SMS, EMAIL, WEBHOOK -> throw new IllegalStateException("nothing is in the way");
    }
    Await.until(() -> agent.hindrance(conversation, of(to).channel()).isEmpty());
  }

  /// Another agent, who is ready and serves, beside what all serve, a service of their own; to be
  /// asked for once.
  Reaching colleague() {
    var sam = new Reaching(shop.agent("sam", "en"));
    colleagues.add(sam);
    sam.ready();
    return sam;
  }

  /// A service of this medium that only this agent serves.
  String another(Medium medium, Reaching only) {
    return shop.another("Returns", medium, only.client()).toString();
  }

  String disposition() {
    return shop.resolved();
  }

  @Override
  public void close() {
    sides.values().forEach(Side::close);
    colleagues.forEach(Reaching::close);
    agent.close();
  }
}
