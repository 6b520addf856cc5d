package org.hiwar.voice.call.api;

import org.hiwar.voice.sip.DialString;

/// Numbers as people write them.
final class Numbers {
  private static final int LONGEST = 64;

  private Numbers() {}

  /// Spaces, brackets and dashes are for the eye.
  static DialString read(String written) {
    if (written.length() > LONGEST) throw CallProblem.BAD_NUMBER.refusal();
    return DialString.parse(written.replaceAll("[\\s()./\\u2010-\\u2015\\u200E\\u200F-]", ""))
        .orElseThrow(CallProblem.BAD_NUMBER::refusal);
  }
}
