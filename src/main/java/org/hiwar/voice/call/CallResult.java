package org.hiwar.voice.call;

import org.hiwar.voice.sip.Refusal;

/// What became of a call that was not simply talked and ended.
public enum CallResult {
  BUSY,
  NO_ANSWER,
  DECLINED,
  NO_SUCH_NUMBER,
  UNREACHABLE,
  NOT_ALLOWED,
  FAILED,
  /// It was cut off: by silence, by the network, by an end of this process.
  DROPPED,
  /// Whoever called gave up before an answer.
  CANCELLED;

  static CallResult of(Refusal.Why why) {
    return switch (why) {
      case BUSY -> BUSY;
      case NO_ANSWER -> NO_ANSWER;
      case DECLINED -> DECLINED;
      case NO_SUCH_NUMBER -> NO_SUCH_NUMBER;
      case UNREACHABLE -> UNREACHABLE;
      case NOT_ALLOWED -> NOT_ALLOWED;
      case REDIRECTED, UNSUITABLE, NOT_UNDERSTOOD, FAILED -> FAILED;
    };
  }
}
