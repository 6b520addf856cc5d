package org.hiwar.channel.matrix;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.hiwar.contact.AddressKind;
import org.hiwar.testing.Await;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.workspace.ServiceId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A customer of Telegram, who writes to our bot.
final class TelegramSide extends AccountSide {
  private static final String CHAT = "5001";
  private final WireMockServer api =
      new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
  private final AtomicInteger number = new AtomicInteger();

  TelegramSide(ChatWorkspace shop) {
    super(shop, "telegram", new Noted(AddressKind.TELEGRAM, CHAT));
    api.start();
    api.stubFor(
        post(anyUrl()).willReturn(okJson("{\"ok\": true, \"result\": {\"message_id\": 77}}")));
    open(
        "hiwar_bot",
        ServiceId.of(shop.service()),
        Map.of(
            "token", "123:abc",
            "publicAddress", "https://desk.example.com/",
            "api", "http://127.0.0.1:" + api.port()));
    Await.until(() -> secret().isPresent());
  }

  private Stream<JsonNode> asked(String method) {
    return api.findAll(postRequestedFor(urlPathMatching(".*/" + method))).stream()
        .map(request -> JsonMapper.shared().readTree(request.getBody()));
  }

  /// What Telegram was told to show us with whatever it delivers.
  private Optional<String> secret() {
    return asked("setWebhook").map(wish -> wish.path("secret_token").asString("")).findFirst();
  }

  @Override
  public void begin(String words) throws Exception {
    int next = number.incrementAndGet();
    var who = Map.of("id", Long.valueOf(CHAT), "type", "private", "first_name", "Layla");
    var message =
        Map.of(
            "message_id", next,
            "date", Instant.now().getEpochSecond(),
            "chat", who,
            "from", who,
            "text", words);
    Delivering.deliver(
        webhook(),
        Map.of("X-Telegram-Bot-Api-Secret-Token", secret().orElseThrow()),
        JsonMapper.shared().writeValueAsString(Map.of("update_id", next, "message", message)));
  }

  @Override
  public boolean got(String words) {
    return asked("sendMessage")
        .anyMatch(
            one ->
                List.of(CHAT, words)
                    .equals(
                        List.of(one.path("chat_id").asString(""), one.path("text").asString(""))));
  }

  @Override
  public void answer(String words) throws Exception {
    begin(words);
  }

  @Override
  public void close() {
    remove();
    api.stop();
  }
}
