package org.hiwar.voice.sip.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChallengeTest {
  @Test
  void whatIsWrittenIsReadAgain() {
    var challenge = new Challenge("a \"realm\"", "n0nce", Algorithm.SHA_256, "op", true, true);

    assertThat(Challenge.read(challenge.written())).isEqualTo(Optional.of(challenge));
  }

  @Test
  void anAlgorithmThatIsNotNamedIsMd5() {
    var read = Challenge.read("Digest realm=\"r\",nonce=\"n\"").orElseThrow();

    assertThat(read.algorithm()).isEqualTo(Algorithm.MD5);
    assertThat(read.protects()).isFalse();
  }

  @Test
  void ofSeveralProtectionsTheOneThatWeSpeakIsTaken() {
    var read = Challenge.read("Digest realm=\"r\", nonce=\"n\", qop=\"auth-int, auth\"");

    assertThat(read.orElseThrow().protects()).isTrue();
  }

  @Test
  void whatWeCannotAnswerIsNone() {
    assertThat(Challenge.read("Digest realm=\"r\", nonce=\"n\", algorithm=SHA-512-256")).isEmpty();
    assertThat(Challenge.read("Digest realm=\"r\", nonce=\"n\", qop=\"auth-int\"")).isEmpty();
    assertThat(Challenge.read("Digest realm=\"r\"")).isEmpty();
    assertThat(Challenge.read("Negotiate abc")).isEmpty();
  }
}
