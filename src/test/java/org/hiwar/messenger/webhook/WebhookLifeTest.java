package org.hiwar.messenger.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.hiwar.channel.Account;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.AccountStore;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.Await;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.ServiceId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Another system and an agent, through the doors: webhook, files, desk.
@Tag("api")
class WebhookLifeTest {
  private static final String SECRET = "a secret, in words";

  private final ChatWorkspace workspace = ChatWorkspace.fresh();
  private final AgentClient agent = workspace.agent("amal", "en");
  private final AccountId id = new AccountId(TestDatabase.ids().next());
  private final WireMockServer other =
      new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

  @BeforeEach
  void start() {
    other.start();
    var url = "http://127.0.0.1:" + other.port() + "/hiwar";
    var account =
        new Account(
            workspace.workspace(),
            id,
            "webhook",
            "App",
            "app",
            new ServiceId(Long.parseLong(workspace.service())),
            "en",
            Map.of("url", url, "secret", SECRET),
            true,
            1);
    assertThat(RunningHiwar.bean(AccountStore.class).add(account)).isTrue();
  }

  @AfterEach
  void stop() {
    other.stop();
    agent.close();
  }

  private int deliver(String body) throws Exception {
    return deliver("d-1", body);
  }

  private int deliver(String name, String body) throws Exception {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var signature = new StandardSignature(List.of(SECRET), Clock.systemUTC());
    long now = signature.now();
    var webhook = RunningHiwar.uri("/api/webhooks/" + workspace.slug() + "/" + id);
    try (var client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(webhook)
                  .header(StandardSignature.ID, name)
                  .header(StandardSignature.TIMESTAMP, Long.toString(now))
                  .header(StandardSignature.SIGNATURE, signature.sign(name, now, bytes))
                  .POST(BodyPublishers.ofByteArray(bytes))
                  .build(),
              BodyHandlers.discarding())
          .statusCode();
    }
  }

  private JsonNode interaction() {
    return agent.snapshot().at("/conversations/0/interactions/0");
  }

  private JsonNode files() {
    return agent.snapshot().at("/conversations/0/messages/0/files");
  }

  @Test
  void filesOfTheOtherSystemReachTheAgent() throws Exception {
    other.stubFor(get(urlEqualTo("/photo")).willReturn(aResponse().withBody("hello")));
    var body =
        """
        {"type": "message", "id": "m-1", "from": {"id": "customer-17", "name": "Layla"},
         "text": "Both of them",
         "files": [{"name": "bill.pdf", "content": "JVBERi0xLjc="},
                   {"name": "note.txt", "url": "http://127.0.0.1:%d/photo"},
                   {"name": "gone.txt", "url": "http://127.0.0.1:%d/gone"}]}
        """
            .formatted(other.port(), other.port());
    assertThat(deliver(body)).isEqualTo(200);
    var unused = agent.openDesk();
    Await.until(() -> agent.ready().status() < 300);
    Await.until(() -> interaction().at("/offer").has("number"));
    var offered = interaction();
    agent.accept(offered.get("id").asString(), offered.at("/offer/number").asInt()).ok();
    Await.until(
        () ->
            files().size() == 3
                && files()
                    .valueStream()
                    .noneMatch(file -> file.get("state").asString().equals("PENDING")));

    assertThat(files().valueStream().map(file -> file.get("name").asString()))
        .containsExactly("bill.pdf", "note.txt", "gone.txt");
    assertThat(files().valueStream().map(file -> file.get("state").asString()))
        .containsExactly("READY", "READY", "FAILED");
    assertThat(files().at("/0/type").asString()).isEqualTo("application/pdf");
    assertThat(files().at("/1/bytes").asInt()).isEqualTo("hello".length());
  }

  @Test
  void whatWasMadeToHarmIsRefusedWithAReasonOrShownAsPlainText() throws Exception {
    var from = "\"from\": {\"id\": \"customer-17\", \"name\": \"\\u202e<b>Layla\\u0000\\ud800\"}";
    var begins = "{\"type\": \"message\", \"id\": \"m-1\", " + from + ", \"text\": \"";
    assertThat(deliver("d-2", begins + "x".repeat(1024 * 1024) + "\"}")).isEqualTo(422);
    assertThat(deliver("d-3", begins + "x".repeat(4 * 1024 * 1024) + "\"}")).isEqualTo(413);
    assertThat(deliver("d-4", "[".repeat(1024 * 1024))).isEqualTo(422);
    assertThat(deliver("d-5", "{\"type\": " + "9".repeat(1024 * 1024) + "}")).isEqualTo(422);

    var file = "{\"name\": \"exe.\\u202egpj\", \"content\": \"PHN2Zy8+\"}";
    var good = begins + "<script>\\u202ea\\u0000\\ud800b\", \"files\": [" + file + "]}";
    assertThat(deliver("d-6", good)).isEqualTo(200);
    var unused = agent.openDesk();
    Await.until(() -> agent.ready().status() < 300);
    Await.until(() -> files().size() == 1);
    var shown = agent.snapshot().at("/conversations/0");
    assertThat(shown.at("/contact/name").asString()).isEqualTo("<b>Layla");
    assertThat(shown.at("/messages/0/text").asString()).isEqualTo("<script>\u202Eab");
    assertThat(files().at("/0/name").asString()).isEqualTo("exe.gpj");
    assertThat(files().at("/0/type").asString()).isEqualTo("text/plain");
  }
}
