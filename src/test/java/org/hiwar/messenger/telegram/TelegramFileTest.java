package org.hiwar.messenger.telegram;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.util.Map;
import org.hiwar.messenger.Fetching.Fetched;
import org.hiwar.messenger.Fixture;
import org.hiwar.messenger.TestAccounts;
import org.hiwar.messenger.TestHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files of customers, fetched from Telegram: first where, then what.
class TelegramFileTest {
  private static final String WHERE = "/bot123:abc/getFile";
  private static final String WHAT = "/file/bot123:abc/photos/file_7.jpg";
  private static final byte[] PICTURE = {(byte) 0xff, (byte) 0xd8, 0, 1};

  private final WireMockServer api =
      new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
  private final TelegramGateway gateway = new TelegramGateway(TestHttp.loopback(true));

  @BeforeEach
  void start() {
    api.start();
  }

  @AfterEach
  void stop() {
    api.stop();
  }

  private Fetched fetch() {
    var account =
        TestAccounts.account(
            "telegram",
            "hiwar_bot",
            Map.of("token", "123:abc", "api", "http://127.0.0.1:" + api.port()));
    return gateway.fetch(account, "AgACAgQAAxkBAAI");
  }

  private void where(int status, String body) {
    api.stubFor(post(urlEqualTo(WHERE)).willReturn(aResponse().withStatus(status).withBody(body)));
  }

  @Test
  void aFileIsFetchedFromWhereTelegramSays() {
    where(200, Fixture.of(getClass(), "file.json"));
    api.stubFor(get(urlEqualTo(WHAT)).willReturn(aResponse().withBody(PICTURE)));

    assertThat(((Fetched.Content) fetch()).content()).isEqualTo(PICTURE);
    api.verify(
        1,
        postRequestedFor(urlEqualTo(WHERE))
            .withRequestBody(equalToJson("{\"file_id\": \"AgACAgQAAxkBAAI\"}")));
  }

  @Test
  void aFileThatIsTooLargeForBotsIsLost() {
    where(400, Fixture.of(getClass(), "file-too-big.json"));
    assertThat(fetch()).isInstanceOf(Fetched.Lost.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502})
  void whatCannotBeHadNowIsAskedForLater(int status) {
    where(status, "");
    assertThat(fetch()).isInstanceOf(Fetched.Later.class);

    where(200, Fixture.of(getClass(), "file.json"));
    api.stubFor(get(urlEqualTo(WHAT)).willReturn(aResponse().withStatus(status)));
    assertThat(fetch()).isInstanceOf(Fetched.Later.class);
  }
}
