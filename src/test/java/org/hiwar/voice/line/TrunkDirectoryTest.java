package org.hiwar.voice.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.hiwar.Requirement;
import org.hiwar.voice.call.PhoneNumbers.Destination;
import org.hiwar.voice.call.RecordingRules.Rule;
import org.hiwar.voice.sip.Caller;
import org.hiwar.voice.sip.DialString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrunkDirectoryTest {
  private final LineScene scene = new LineScene();

  @Test
  void theTrunksOfEveryWorkspaceAreThere() {
    var mine = scene.trunk("Provider", 1);
    var other = new LineScene();
    var theirs = other.trunk("Provider", 1);
    assertThat(scene.directory.all())
        .contains(LineScene.trunk(mine, "Provider"), LineScene.trunk(theirs, "Provider"));
  }

  @Test
  void aNumberIsFoundHoweverTheProviderWritesIt() {
    var trunk = scene.trunk("Provider", 1);
    scene.number(trunk, "+493023125101", "ar");
    var there = new Destination(scene.workspace, scene.service, "ar");
    for (var written :
        new String[] {"+493023125101", "493023125101", "03023125101", "00493023125101"})
      assertThat(scene.directory.destination(trunk, new DialString(written)))
          .as(written)
          .contains(there);
  }

  @Test
  void anExtensionIsFoundAsItIsWritten() {
    var trunk = scene.trunk("Provider", 1);
    scene.number(trunk, "101", null);
    assertThat(scene.directory.destination(trunk, new DialString("101")))
        .contains(new Destination(scene.workspace, scene.service, null));
    assertThat(scene.directory.destination(trunk, new DialString("102"))).isEmpty();
  }

  @Test
  void aNumberIsReachedOverItsOwnTrunkOnly() {
    scene.number(scene.trunk("Provider", 1), "+493023125101", null);
    var other = new LineScene();
    var foreign = other.trunk("Provider", 1);
    var called = new DialString("+493023125101");
    assertThat(scene.directory.destination(scene.trunk("Second", 2), called)).isEmpty();
    assertThat(scene.directory.destination(foreign, called)).isEmpty();
  }

  @Test
  void callsGoOutOverTheTrunksInTheirOrder() {
    var second = scene.trunk("Second", 2);
    var first = scene.trunk("First", 1);
    assertThat(scene.directory.routes(scene.workspace, new DialString("+4930")))
        .containsExactly(first, second);
    assertThat(scene.directory.routes(new LineScene().workspace, new DialString("+4930")))
        .isEmpty();
  }

  @Test
  void aServiceShowsTheNumberThatWasChosen() {
    assertThat(scene.voices.callerId(scene.workspace, scene.service)).isEmpty();
    assertThat(scene.voices.rule(scene.workspace, scene.service)).isEqualTo(Rule.ANNOUNCED);
    var shown = scene.number(scene.trunk("Provider", 1), "+493023125101", null);
    scene.voices.set(scene.workspace, scene.service, new ServiceVoice(shown, Rule.OFF));
    assertThat(scene.voices.callerId(scene.workspace, scene.service))
        .contains(new Caller.Number(new DialString("+493023125101")));
    assertThat(scene.voices.rule(scene.workspace, scene.service)).isEqualTo(Rule.OFF);
    assertThat(scene.numbers.remove(scene.workspace, shown)).isFalse();
  }

  @Test
  @Requirement("S0-76")
  void aCustomerIsGivenANumberInTheirLanguageThatTheWholeWorldCanDial() {
    var trunk = scene.trunk("Provider", 1);
    scene.number(trunk, "101", "ar");
    assertThat(scene.numbers.numberFor(scene.workspace, "ar")).isEmpty();
    scene.number(trunk, "+493023125101", "en");
    assertThat(given("ar")).as("better than none").isEqualTo("+493023125101");
    scene.number(trunk, "+493023125103", null);
    assertThat(given("ar")).isEqualTo("+493023125103");
    assertThat(given(null)).isEqualTo("+493023125103");
    scene.number(trunk, "+493023125102", "ar");
    assertThat(given("ar")).isEqualTo("+493023125102");
  }

  private String given(@Nullable String language) {
    var given = scene.numbers.numberFor(scene.workspace, language).orElseThrow();
    assertThat(given.service()).isEqualTo(scene.service);
    return given.number().text();
  }

  @Test
  void twoTrunksHaveTwoNames() {
    scene.trunk("First", 1);
    var second = scene.trunk("Second", 2);
    var renamed = new PlacedTrunk(LineScene.trunk(second, "First"), 2);
    assertThat(scene.trunks.add(scene.workspace, renamed)).isFalse();
    assertThat(scene.trunks.change(scene.workspace, renamed)).isFalse();
    assertThat(scene.trunks.remove(scene.workspace, second)).isTrue();
    assertThat(scene.trunks.find(scene.workspace, second)).isEmpty();
  }
}
