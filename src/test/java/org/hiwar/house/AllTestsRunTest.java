package org.hiwar.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A test that is not run proves nothing and says so nowhere.
class AllTestsRunTest {
  private static final CompiledTests TESTS = CompiledTests.discover();

  @Test
  void theTestsAreFound() {
    assertThat(TESTS.all())
        .extracting(CompiledTests.Found::name)
        .contains("AllTestsRunTest.theTestsAreFound");
  }

  @Test
  void everyTestIsInAClassThatTheBuildRuns() {
    assertThat(TESTS.hiddenFromTheBuild()).isEmpty();
  }

  @Test
  void noTestIsDisabled() {
    assertThat(TESTS.disabled()).isEmpty();
  }
}
