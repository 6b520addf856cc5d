package org.hiwar.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class OwnOriginsTest {
  private static boolean isOwn(
      boolean loopback, @Nullable String origin, String scheme, String host, int port) {
    var request = new MockHttpServletRequest();
    request.setScheme(scheme);
    request.setSecure(scheme.equals("https"));
    request.setServerName(host);
    request.setServerPort(port);
    return new OwnOrigins(new Exposure(loopback, Set.of("https://chat.example.org")))
        .include(origin, request);
  }

  @Test
  void thePageThatThisServerSentIsItsOwn() {
    assertThat(isOwn(true, "http://localhost:8080", "http", "localhost", 8080)).isTrue();
    assertThat(isOwn(true, "http://127.0.0.1:8080", "http", "127.0.0.1", 8080)).isTrue();
    assertThat(isOwn(false, "https://hiwar.example.com", "https", "hiwar.example.com", 443))
        .isTrue();
  }

  @Test
  void anotherPortOrSchemeOrHostIsForeign() {
    assertThat(isOwn(true, "http://localhost:9090", "http", "localhost", 8080)).isFalse();
    assertThat(isOwn(false, "http://hiwar.example.com", "https", "hiwar.example.com", 443))
        .isFalse();
    assertThat(
            isOwn(
                false, "https://hiwar.example.com.evil.example", "https", "hiwar.example.com", 443))
        .isFalse();
    assertThat(isOwn(true, "null", "http", "localhost", 8080)).isFalse();
    assertThat(isOwn(true, null, "http", "localhost", 8080)).isFalse();
  }

  @Test
  void aStrangersNameThatPointsAtThisMachineIsForeign() {
    assertThat(isOwn(true, "http://evil.example:8080", "http", "evil.example", 8080)).isFalse();
  }

  @Test
  void anAddressThatTheOperatorNamedIsOwn() {
    assertThat(isOwn(false, "https://chat.example.org", "http", "10.0.0.1", 8080)).isTrue();
  }
}
