package org.hiwar.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/// Which endpoints a request is compared with. That each is found by its own address is held by all
/// tests that call them.
class EndpointLookupTest {
  private final EndpointLookup lookup = new EndpointLookup();

  @Test
  void onlyThoseOfThePartOfTheInterfaceThatIsAskedFor() {
    assertThat(mayHave("chats", "/api/chats/{id}", "/api/chats")).isTrue();
    assertThat(mayHave("chats", "/api/calls/{id}")).isFalse();
    assertThat(mayHave("calls", "/api/chats/{id}", "/api/calls/{id}")).isTrue();
    assertThat(mayHave("a.b-2", "/v3/a.b-2")).isTrue();
  }

  @Test
  void andThoseWhoseAddressMayBeAny() {
    assertThat(mayHave("chats", "/api/{what}/{id}")).isTrue();
    assertThat(mayHave("chats", "/api/**")).isTrue();
    assertThat(mayHave("chats", "/{page}")).isTrue();
    assertThat(mayHave("chats", "/**/chats")).isTrue();
    assertThat(mayHave("chats", "/{*all}")).isTrue();
    assertThat(mayHave("chats", "/api/c*")).isTrue();
    assertThat(mayHave("chats", "/api")).as("shorter").isTrue();
    assertThat(mayHave("chats")).as("without an address").isTrue();
    assertThat(mayHave("chats", "/api/calls", "/api/{what}")).as("one of two").isTrue();
  }

  private boolean mayHave(String second, String... addresses) {
    return lookup.mayHave(RequestMappingInfo.paths(addresses).build(), second);
  }
}
