package org.hiwar.messenger.whatsapp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.util.HashMap;
import org.hiwar.channel.Account;
import org.hiwar.messenger.Fetching.Fetched;
import org.hiwar.messenger.Fixture;
import org.hiwar.messenger.MessengerLimits;
import org.hiwar.messenger.TestAccounts;
import org.hiwar.messenger.TestHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files of customers, fetched from the provider: first where, then what.
class WhatsAppFileTest {
  private static final String MEDIA = "1037543291543636";
  private static final String WHERE = "/v25.0/" + MEDIA;
  private static final String WHAT = "/whatsapp_business/attachments/?mid=" + MEDIA + "&ext=1";
  private static final byte[] PICTURE = {(byte) 0xff, (byte) 0xd8, 0, 1};

  private final WireMockServer api =
      new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
  private final WhatsAppGateway gateway = new WhatsAppGateway(TestHttp.loopback(true));

  @BeforeEach
  void start() {
    api.start();
  }

  @AfterEach
  void stop() {
    api.stop();
  }

  private Fetched fetch() {
    var settings = new HashMap<>(Deliveries.SETTINGS);
    settings.put("api", "http://127.0.0.1:" + api.port() + "/v25.0");
    Account account = TestAccounts.account("whatsapp", "+963112345678", settings);
    return gateway.fetch(account, MEDIA);
  }

  private void where(long bytes) {
    var told =
        Fixture.of(getClass(), "media.json")
            .replace("@url@", "http://127.0.0.1:" + api.port() + WHAT)
            .replace("@bytes@", Long.toString(bytes));
    where(aResponse().withStatus(200).withBody(told));
  }

  private void where(ResponseDefinitionBuilder answer) {
    api.stubFor(get(urlEqualTo(WHERE)).willReturn(answer));
  }

  private void what(ResponseDefinitionBuilder answer) {
    api.stubFor(get(urlEqualTo(WHAT)).willReturn(answer));
  }

  @Test
  void aFileIsFetchedFromWhereTheProviderSaysBothTimesWithTheToken() {
    where(PICTURE.length);
    what(aResponse().withStatus(200).withBody(PICTURE));

    assertThat(((Fetched.Content) fetch()).content()).isEqualTo(PICTURE);
    for (var asked : new String[] {WHERE, WHAT})
      api.verify(
          1,
          getRequestedFor(urlEqualTo(asked))
              .withHeader("Authorization", equalTo("Bearer token-of-ours")));
  }

  @Test
  void aFileThatIsTooLargeIsNotFetched() {
    where(MessengerLimits.FILE_BYTES + 1L);

    assertThat(fetch()).isInstanceOf(Fetched.Lost.class);
    api.verify(0, getRequestedFor(urlEqualTo(WHAT)));
  }

  @Test
  void whatTheProviderDoesNotHaveAnyMoreIsLost() {
    where(aResponse().withStatus(400).withBody(Fixture.of(getClass(), "media-gone.json")));
    assertThat(fetch()).isInstanceOf(Fetched.Lost.class);

    where(PICTURE.length);
    what(aResponse().withStatus(404));
    assertThat(fetch()).isInstanceOf(Fetched.Lost.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void whatCannotBeHadNowIsAskedForLater(int status) {
    where(aResponse().withStatus(status));
    assertThat(fetch()).isInstanceOf(Fetched.Later.class);

    where(PICTURE.length);
    what(aResponse().withStatus(status));
    assertThat(fetch()).isInstanceOf(Fetched.Later.class);
  }

  @Test
  void aFileThatBreaksOffIsAskedForLater() {
    where(PICTURE.length);
    what(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));

    assertThat(fetch()).isInstanceOf(Fetched.Later.class);
  }
}
