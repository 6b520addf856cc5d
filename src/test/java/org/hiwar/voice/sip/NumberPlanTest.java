package org.hiwar.voice.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.hiwar.voice.sip.NumberPlan.Dialled.Emergency;
import org.hiwar.voice.sip.NumberPlan.Dialled.International;
import org.hiwar.voice.sip.NumberPlan.Dialled.Local;
import org.junit.jupiter.api.Test;

class NumberPlanTest {
  private static final NumberPlan GERMANY = new NumberPlan("DE");

  private static NumberPlan.Dialled german(String text) {
    return GERMANY.read(new DialString(text));
  }

  @Test
  void aNumberIsTheSameHoweverItIsDialled() {
    var berlin = new International(new DialString("+4930901820"), "DE");

    assertThat(german("030901820")).isEqualTo(berlin);
    assertThat(german("004930901820")).isEqualTo(berlin);
    assertThat(german("+4930901820")).isEqualTo(berlin);
  }

  @Test
  void theCountryOfANumberIsKnown() {
    assertThat(german("0013105550123"))
        .isInstanceOfSatisfying(
            International.class, far -> assertThat(far.country()).isEqualTo("US"));
    assertThat(german("+881612345678"))
        .isInstanceOfSatisfying(
            International.class, far -> assertThat(far.country()).isEqualTo("001"));
  }

  @Test
  void emergenciesAreKnownByTheirCountry() {
    assertThat(german("112")).isInstanceOf(Emergency.class);
    assertThat(german("110")).isInstanceOf(Emergency.class);
    assertThat(new NumberPlan("US").read(new DialString("911"))).isInstanceOf(Emergency.class);
    assertThat(german("911")).isNotInstanceOf(Emergency.class);
  }

  @Test
  void extensionsAndCodesStayAsTheyAre() {
    assertThat(german("21")).isEqualTo(new Local(new DialString("21")));
    assertThat(german("*21*030901820#")).isEqualTo(new Local(new DialString("*21*030901820#")));
  }
}
