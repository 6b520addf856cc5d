package org.hiwar.voice.call;

import org.jspecify.annotations.Nullable;

/// Why a call that an agent has accepted was not taken at their own phone or number.
public enum Untaken {
  NO_ANSWER,
  /// Declined at the phone, or busy there.
  DECLINED,
  /// It is not where it was.
  UNREACHABLE;

  /// `why`: null when nothing was said.
  static Untaken of(@Nullable CallResult why) {
    return switch (why) {
      case null -> NO_ANSWER;
      case BUSY, DECLINED -> DECLINED;
      case UNREACHABLE -> UNREACHABLE;
      case NO_ANSWER, NO_SUCH_NUMBER, NOT_ALLOWED, FAILED, DROPPED, CANCELLED -> NO_ANSWER;
    };
  }
}
