package org.hiwar.voice.sip.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerTest {
  private static final Secret MUFASA =
      Secret.of("Mufasa", "http-auth@example.org", "Circle of Life");
  private static final Answer.Request GET = new Answer.Request("GET", "/dir/index.html");
  private static final String CNONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";

  /// RFC 7616 section 3.9.1.
  private static Challenge example(Algorithm algorithm) {
    return new Challenge(
        "http-auth@example.org",
        "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
        algorithm,
        "FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS",
        true,
        false);
  }

  @Test
  void theExampleOfTheRfcComesOutInMd5() {
    var answer = Answer.to(example(Algorithm.MD5), "Mufasa", MUFASA, GET, 1, CNONCE);

    assertThat(answer.response()).isEqualTo("8ca523f5e9506fed4657c9700eebdbec");
  }

  @Test
  void theExampleOfTheRfcComesOutInSha256() {
    var answer = Answer.to(example(Algorithm.SHA_256), "Mufasa", MUFASA, GET, 1, CNONCE);

    assertThat(answer.response())
        .isEqualTo("753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1");
  }

  /// RFC 2617 section 3.5, without the quality of protection: what old providers ask for.
  @Test
  void aChallengeWithoutProtectionIsAnsweredInTheOldWay() {
    var challenge =
        new Challenge(
            "testrealm@host.com",
            "dcd98b7102dd2f0e8b11d0f600bfb0c093",
            Algorithm.MD5,
            null,
            false,
            false);
    var secret = Secret.of("Mufasa", "testrealm@host.com", "Circle Of Life");

    var answer = Answer.to(challenge, "Mufasa", secret, GET, 1, CNONCE);

    assertThat(answer.response()).isEqualTo("670fd8c2df070c60b045671b8b24ff02");
    assertThat(answer.count()).isNull();
    assertThat(answer.cnonce()).isNull();
  }

  @Test
  void whatIsWrittenIsReadAndIsRight() {
    for (var algorithm : Algorithm.values()) {
      var written = Answer.to(example(algorithm), "Mufasa", MUFASA, GET, 3, CNONCE).written();
      var read = Answer.read(written).orElseThrow();

      assertThat(read.count()).isEqualTo("00000003");
      assertThat(read.algorithm()).isEqualTo(algorithm);
      assertThat(read.isRight(MUFASA, "GET")).isTrue();
      assertThat(read.isRight(MUFASA, "PUT")).isFalse();
      assertThat(read.isRight(Secret.of("Mufasa", "http-auth@example.org", "x"), "GET")).isFalse();
    }
  }

  @Test
  void aQuotationMarkInANameStaysInTheName() {
    var odd = Answer.to(example(Algorithm.MD5), "a\"b\\c, response=\"0", MUFASA, GET, 1, "c");

    assertThat(Answer.read(odd.written()).map(Answer::user))
        .isEqualTo(Optional.of("a\"b\\c, response=\"0"));
  }

  @Test
  void whatIsHalfOrDoubleIsNotRead() {
    var whole = Answer.to(example(Algorithm.MD5), "Mufasa", MUFASA, GET, 1, CNONCE).written();

    assertThat(Answer.read(whole.replace("nonce=", "once="))).isEmpty();
    assertThat(Answer.read(whole + ", username=\"other\"")).isEmpty();
    assertThat(Answer.read(whole.replace("Digest", "Basic"))).isEmpty();
    assertThat(Answer.read(whole.replace("nc=00000001", "nc=1"))).isEmpty();
    assertThat(Answer.read(whole.replace("qop=auth", "qop=auth-int"))).isEmpty();
    assertThat(Answer.read(whole.replace("=MD5", "=MD5-sess"))).isEmpty();
    assertThat(Answer.read("Digest " + "x=y,".repeat(5_000))).isEmpty();
    assertThat(Answer.read("Digest")).isEmpty();
  }
}
