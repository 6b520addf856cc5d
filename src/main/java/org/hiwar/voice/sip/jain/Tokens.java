package org.hiwar.voice.sip.jain;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// Random words that nobody guesses: tags and branches are what keeps strangers out of a call (RFC
/// 3261 section 19.3).
final class Tokens {
  private static final String BRANCH = "z9hG4bK"; // RFC 3261 section 8.1.1.7
  private final RandomGenerator random;

  Tokens(RandomGenerator random) {
    this.random = random;
  }

  String word() {
    var bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  String branch() {
    return BRANCH + word();
  }

  /// From 0 up to, not including, `bound`.
  int below(int bound) {
    return random.nextInt(bound);
  }
}
