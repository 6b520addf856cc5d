package org.hiwar.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstStepTest {
  @Test
  void whereThereIsAWorkspaceNothingIsCreated() {
    assertThat(FirstStep.of(true, true, false, "")).isEqualTo(new FirstStep.Nothing());
    assertThat(FirstStep.of(true, true, false, "a good password"))
        .isEqualTo(new FirstStep.Nothing());
  }

  @Test
  void theVeryFirstStartCreatesTheDemo() {
    assertThat(FirstStep.of(false, true, false, "")).isEqualTo(new FirstStep.CreateDemo());
  }

  @Test
  void beyondThisMachineOrWhenNotWantedThereIsNoDemo() {
    assertThat(FirstStep.of(false, true, true, "")).isEqualTo(new FirstStep.AskForPassword());
    assertThat(FirstStep.of(false, false, false, "")).isEqualTo(new FirstStep.AskForPassword());
  }

  @Test
  void aPasswordForTheAdministratorMakesAWorkspaceOfOnesOwn() {
    assertThat(FirstStep.of(false, true, true, "a good password"))
        .isEqualTo(new FirstStep.CreateFirst("a good password"));
    assertThat(new FirstStep.CreateFirst("a good password").toString()).doesNotContain("good");
  }
}
