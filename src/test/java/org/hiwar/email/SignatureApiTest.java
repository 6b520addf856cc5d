package org.hiwar.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.hiwar.testing.ApiTest;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestBrowser;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Service;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.Workspaces;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignatureApiTest extends ApiTest {
  private static final String OWN = "/api/me/email-signature";

  private final TestBrowser agent = logIn("agent");

  private String account(String signature) {
    var service = new ServiceId(TestDatabase.ids().next());
    var some = Duration.ofMinutes(1);
    RunningHiwar.bean(ServiceStore.class)
        .add(
            workspaceId(),
            new Service(
                service,
                "Bookings",
                Medium.EMAIL,
                false,
                some,
                some,
                some,
                false,
                some,
                some,
                some,
                some,
                false));
    var wish = new HashMap<String, @Nullable Object>();
    wish.put("name", "Mails");
    wish.put("address", "orders@shop.example");
    wish.put("service", service.toString());
    wish.put("language", null);
    wish.put(
        "settings",
        Map.of(
            "imap-host", "mail.shop.example",
            "smtp-host", "mail.shop.example",
            "user", "orders",
            "secret", "olive-tree",
            "signature", signature));
    wish.put("enabled", false);
    return logIn("administrator")
        .post("/api/channel-accounts", Map.of("channel", "email", "account", wish))
        .expect(201)
        .body()
        .get("id")
        .asString();
  }

  private String shown(String account) {
    return agent.get("/api/emails/signatures/" + account).expect(200).body().get("text").asString();
  }

  private void write(String text) {
    agent.put(OWN, Map.of("text", text)).expect(204);
  }

  @Test
  void theOwnOneCountsBeforeThatOfTheAccountAndVariablesAreFilledIn() {
    var account = account("{name}\n{service} · {workspace} {other}");
    var workspaceName =
        RunningHiwar.bean(Workspaces.class).find(workspaceId()).orElseThrow().name();
    assertThat(shown(account)).isEqualTo("agent\nBookings · " + workspaceName + " {other}");
    assertThat(agent.get(OWN).expect(200).body().get("text").asString()).isEmpty();

    write("مع التحية،\n{name} ");
    assertThat(agent.get(OWN).expect(200).body().get("text").asString())
        .isEqualTo("مع التحية،\n{name}");
    assertThat(shown(account)).isEqualTo("مع التحية،\nagent");
    assertThat(logIn("supervisor").get("/api/emails/signatures/" + account).body().toString())
        .doesNotContain("مع التحية");
    write(" \n");
    assertThat(shown(account)).startsWith("agent\nBookings");
  }

  @Test
  void whatIsTooLongOrNoTextIsRefused() {
    assertThat(agent.put(OWN, Map.of("text", "x".repeat(2_001))).expect(413).problem())
        .isEqualTo("too-long");
    assertThat(agent.put(OWN, Map.of("text", "a\u0007b")).expect(422).problem())
        .isEqualTo("invalid-text");
    assertThat(shown(account(""))).isEmpty();
  }

  @Test
  void whatIsPutInIsNotLookedIntoAgain() {
    assertThat(
            Signatures.filled(
                "{name} $1 {service}", Map.of("name", "{service} $0", "service", "Post")))
        .isEqualTo("{service} $0 $1 Post");
  }
}
