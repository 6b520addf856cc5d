package org.hiwar.channel.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hiwar.channel.Account;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.Accounts;
import org.hiwar.channel.Channels;
import org.hiwar.channel.Inbox;
import org.hiwar.messenger.TestAccounts;
import org.hiwar.messenger.TestInbox;
import org.hiwar.platform.Refusal;
import org.hiwar.testing.ApiTest;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestBrowser;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.Workspaces;
import org.hiwar.workspace.limit.Limit;
import org.hiwar.workspace.limit.RateLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class WebhookDoorTest extends ApiTest {
  /// As a provider comes: from nowhere, without a session.
  private static TestBrowser provider() {
    return new TestBrowser().header("Origin", null).header("X-Hiwar", null);
  }

  @Test
  void whoeverNamesNoAccountLearnsNothing() {
    var before = RunningHiwar.bean(WebhookCounts.class).ofUnknown().refused();
    for (var path :
        new String[] {
          "/api/webhooks/" + workspace.slug() + "/1",
          "/api/webhooks/nobody/1",
          "/api/webhooks/" + workspace.slug() + "/first"
        }) {
      assertThat(provider().get(path).expect(404).problem()).isEqualTo("not-found");
      assertThat(provider().post(path, "{}").expect(404).problem()).isEqualTo("not-found");
    }
    assertThat(RunningHiwar.bean(WebhookCounts.class).ofUnknown().refused())
        .isGreaterThanOrEqualTo(before + 4);
  }

  @Test
  void moreThanAnAccountMayReceiveFromOneAddressIsToComeLater() {
    var account = TestAccounts.account(workspaceId(), "webhook", "app", null, Map.of());
    var api = door(account, new TestInbox());
    for (int i = 0; i < Limit.WEBHOOKS_OF_ACCOUNT.most(); i++)
      assertThat(statusOf(api, account, "192.0.2.1")).isEqualTo(404);

    assertThat(statusOf(api, account, "192.0.2.1")).isEqualTo(429);
    assertThat(statusOf(api, account, "192.0.2.2")).isEqualTo(404);
    assertThat(RunningHiwar.bean(WebhookCounts.class).of(account))
        .isEqualTo(new WebhookCounts.Count(0, Limit.WEBHOOKS_OF_ACCOUNT.most() + 1, 1, 0));
  }

  /// Each channel checks in its own way; the door answers and counts for all in one.
  @ParameterizedTest
  @CsvSource({
    "whatsapp, x-hub-signature-256, sha256=00",
    "telegram, x-telegram-bot-api-secret-token, 123:abc",
    "webhook, webhook-signature, 'v1,AAAA'",
    "sms, x-signature, sha256=00"
  })
  void whoeverForgesLearnsNothingAndIsCountedOnEveryChannel(
      String channel, String header, String forged) {
    var settings =
        Map.of("provider", "http", "secret", "topsecret", "appSecret", "s", "token", "123:abc");
    var account = TestAccounts.account(workspaceId(), channel, "+963119900", null, settings);
    var inbox = new TestInbox();
    var api = door(account, inbox);
    var counts = RunningHiwar.bean(WebhookCounts.class);

    assertThat(statusOf(api, account, request("POST", "hello"))).isEqualTo(404);
    assertThat(statusOf(api, account, request("GET", ""))).isEqualTo(404);
    assertThat(statusOf(api, account, request("POST", "a".repeat(100_000)))).isEqualTo(404);
    var request = request("POST", "MessageSid=1&From=%2B1&Body=hello");
    request.addHeader(header, forged);
    assertThat(statusOf(api, account, request)).isEqualTo(404);

    assertThat(counts.of(account)).isEqualTo(new WebhookCounts.Count(0, 4, 0, 0));
    assertThat(inbox.names()).isEmpty();
  }

  private static MockHttpServletRequest request(String method, String body) {
    var request = new MockHttpServletRequest(method, "/");
    request.setContent(body.getBytes(StandardCharsets.UTF_8));
    return request;
  }

  private WebhooksApi door(Account account, Inbox inbox) {
    return new WebhooksApi(
        RunningHiwar.bean(Workspaces.class),
        new One(account),
        RunningHiwar.bean(Channels.class),
        inbox,
        new RateLimits(Clock.fixed(TestAccounts.NOW, ZoneOffset.UTC)),
        RunningHiwar.bean(WebhookCounts.class));
  }

  /// Of a request without a signature.
  private int statusOf(WebhooksApi api, Account account, String from) {
    var request = new MockHttpServletRequest("POST", "/");
    request.setRemoteAddr(from);
    return statusOf(api, account, request);
  }

  private int statusOf(WebhooksApi api, Account account, MockHttpServletRequest request) {
    try {
      return api.deliver(workspace.slug(), account.id(), request).getStatusCode().value();
    } catch (Refusal refusal) {
      return refusal.status();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record One(Account account) implements Accounts {
    @Override
    public Optional<Account> find(WorkspaceId workspace, AccountId id) {
      return Optional.of(account);
    }

    @Override
    public List<Account> all(WorkspaceId workspace) {
      return List.of(account);
    }
  }

  @Test
  void parametersAreReadFromTheAddressAlone() {
    assertThat(RequestReading.parameters("hub.mode=subscribe&a=%D8%A3&a=2&broken=%zz&none"))
        .isEqualTo(Map.of("hub.mode", "subscribe", "a", "أ", "broken", "%zz"));
  }
}
