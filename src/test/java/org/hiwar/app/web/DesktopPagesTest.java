package org.hiwar.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DesktopPagesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "login",
        "conversations",
        "conversations/4711",
        "contacts",
        "contacts/4711/activities"
      })
  void aPlaceInTheDesktopIsAnsweredWithItsPage(String path) {
    assertThat(DesktopPages.isPlaceInDesktop(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api/nothing",
        "widget.js",
        "demo/nothing",
        "assets/lost",
        "favicon.ico",
        "conversations/map.js"
      })
  void whatIsNoPlaceInTheDesktopIsNot(String path) {
    assertThat(DesktopPages.isPlaceInDesktop(path)).isFalse();
  }
}
