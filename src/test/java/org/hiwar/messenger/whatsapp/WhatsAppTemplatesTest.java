package org.hiwar.messenger.whatsapp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.util.HashMap;
import org.hiwar.channel.Account;
import org.hiwar.channel.ApprovedTemplate;
import org.hiwar.channel.Approving.Told;
import org.hiwar.messenger.TestAccounts;
import org.hiwar.messenger.TestHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The list of templates of a business account, as the Cloud API answers it.
class WhatsAppTemplatesTest {
  private static final String LIST = "/v25.0/102290129340398/message_templates";
  private static final String FIRST =
      """
      {"data": [
        {"name": "order_ready", "language": "ar", "status": "APPROVED", "category": "UTILITY", "id": "1",
         "parameter_format": "NAMED", "components": [
           {"type": "HEADER", "format": "TEXT", "text": "متجر حوار"},
           {"type": "BODY", "text": "مرحباً {{customer}}، طلبك {{order}} جاهز."},
           {"type": "FOOTER", "text": "لا حاجة إلى الرد"},
           {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "شكراً"}]}]},
        {"name": "draft", "language": "en", "status": "PENDING", "components": [{"type": "BODY", "text": "Soon"}]},
        {"name": "spring", "language": "en_US", "status": "APPROVED", "components": [
           {"type": "HEADER", "format": "IMAGE"}, {"type": "BODY", "text": "It is spring, {{1}}!"}]}],
       "paging": {"cursors": {"before": "a", "after": "MTAw"}, "next": "there is more"}}
      """;
  private static final String SECOND =
      """
      {"data": [
        {"name": "track", "language": "en", "status": "APPROVED", "components": [
           {"type": "BODY", "text": "Follow your order"},
           {"type": "BUTTONS", "buttons": [{"type": "URL", "text": "Track", "url": "shop/{{1}}"}]}]},
        {"name": "resting", "language": "en", "status": "PAUSED", "components": [{"type": "BODY", "text": "Hello {{1}}."}]},
        {"name": "cards", "language": "en", "status": "APPROVED", "components": [
           {"type": "BODY", "text": "Look"}, {"type": "CAROUSEL", "cards": []}]}],
       "paging": {"cursors": {"before": "b", "after": "MjAw"}}}
      """;

  private final WireMockServer api =
      new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

  @BeforeEach
  void start() {
    api.start();
  }

  @AfterEach
  void stop() {
    api.stop();
  }

  private Told read() {
    var settings = new HashMap<>(Deliveries.SETTINGS);
    settings.put("api", "http://127.0.0.1:" + api.port() + "/v25.0");
    settings.put("businessAccountId", "102290129340398");
    Account account = TestAccounts.account("whatsapp", "+963112345678", settings);
    return new WhatsAppTemplates(TestHttp.loopback(true)).read(account);
  }

  @Test
  void everyPageIsReadAndWhatCannotBeSentFromHereSaysWhy() {
    api.stubFor(
        get(urlPathEqualTo(LIST)).withQueryParam("after", absent()).willReturn(okJson(FIRST)));
    api.stubFor(
        get(urlPathEqualTo(LIST))
            .withQueryParam("after", equalTo("MTAw"))
            .willReturn(okJson(SECOND)));

    assertThat(read())
        .isInstanceOfSatisfying(
            Told.Approved.class,
            told -> {
              assertThat(told.templates())
                  .startsWith(
                      new ApprovedTemplate(
                          "order_ready",
                          "ar",
                          "متجر حوار",
                          "مرحباً {{customer}}، طلبك {{order}} جاهز.",
                          "لا حاجة إلى الرد",
                          null));
              assertThat(told.templates())
                  .extracting(one -> one.name() + " " + one.hindrance())
                  .containsExactly(
                      "order_ready null",
                      "spring template-header",
                      "track template-buttons",
                      "resting template-paused",
                      "cards template-kind");
            });
    api.verify(
        2,
        getRequestedFor(urlPathEqualTo(LIST))
            .withHeader("Authorization", equalTo("Bearer token-of-ours")));
  }

  @Test
  void aProviderThatDoesNotTellIsSaidToHaveRefused() {
    api.stubFor(
        get(urlPathEqualTo(LIST))
            .willReturn(
                aResponse()
                    .withStatus(400)
                    .withBody("{\"error\": {\"code\": 100, \"message\": \"no such business\"}}")));

    assertThat(read()).isEqualTo(new Told.Not("refused", "100 no such business"));
  }
}
