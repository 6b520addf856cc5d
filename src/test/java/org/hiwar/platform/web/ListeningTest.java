package org.hiwar.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hiwar.platform.BadSetup;
import org.hiwar.platform.web.Listening.Protection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class ListeningTest {
  private final MockEnvironment settings = new MockEnvironment();

  @Test
  void onlyThisMachineIsServedUntilSomebodyAsksForMore() {
    var listening = Listening.from(settings);
    assertThat(listening.address().getHostAddress()).isEqualTo("127.0.0.1");
    assertThat(listening.exposed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
  void anotherAddressWithoutTlsIsRefused(String address) {
    settings.setProperty("hiwar.bind", address);
    assertThatThrownBy(() -> Listening.from(settings))
        .isInstanceOf(BadSetup.class)
        .hasMessageContaining("needs TLS");
  }

  @Test
  void anotherAddressIsOpenedWithACertificateOneThatIsMadeOrTheWordThatAProxyHasOne() {
    settings.setProperty("hiwar.bind", "0.0.0.0");
    settings.setProperty("hiwar.tls", "self-signed");
    assertThat(Listening.from(settings).encrypted()).isTrue();
    settings.setProperty("hiwar.tls", "proxy");
    assertThat(Listening.from(settings).protection()).isInstanceOf(Protection.Proxy.class);
    settings.setProperty("hiwar.tls", "");
    settings.setProperty("hiwar.tls.cert", "c.pem");
    settings.setProperty("hiwar.tls.key", "k.pem");
    assertThat(Listening.from(settings).encrypted()).isTrue();
  }

  @Test
  void behindAProxyOtherMachinesReachEvenLoopback() {
    settings.setProperty("hiwar.tls", "proxy");
    assertThat(Listening.from(settings).exposed()).isTrue();
  }

  @Test
  void halfOfACertificateIsRefused() {
    settings.setProperty("hiwar.tls.cert", "c.pem");
    assertThatThrownBy(() -> Listening.from(settings))
        .isInstanceOf(BadSetup.class)
        .hasMessageContaining("the key is missing");
  }

  @Test
  void anUnknownWordIsRefused() {
    settings.setProperty("hiwar.tls", "of course");
    assertThatThrownBy(() -> Listening.from(settings))
        .isInstanceOf(BadSetup.class)
        .hasMessageContaining("is not known");
  }
}
