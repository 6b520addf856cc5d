package org.hiwar.voice.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusalWordsTest {
  @Test
  void everyStatusHasWords() {
    for (int status = 300; status < 700; status++)
      assertThat(Refusal.of(status).words()).endsWith(".").doesNotContain("null");
  }

  @Test
  void onlyWhatATrunkCannotDoIsTriedOnTheNext() {
    for (int status : new int[] {408, 500, 502, 503, 504})
      assertThat(Refusal.of(status).anotherTrunkMayHelp()).as("%d", status).isTrue();
    for (int status : new int[] {403, 404, 480, 484, 486, 487, 488, 600, 603})
      assertThat(Refusal.of(status).anotherTrunkMayHelp()).as("%d", status).isFalse();
  }
}
