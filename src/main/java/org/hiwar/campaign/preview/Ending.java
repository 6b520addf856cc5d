package org.hiwar.campaign.preview;

import org.hiwar.campaign.rule.Why;
import org.jspecify.annotations.Nullable;

/// What ends a record where no agent does.
enum Ending {
  EXPIRED(null),
  DO_NOT_CALL("MATCHES_DNC"),
  NO_NUMBERS_LEFT("NO_NUMBERS_LEFT"),
  /// As often as the campaign allows; somebody has to look at it.
  SKIPPED_TOO_OFTEN(null);

  private final @Nullable String disposition;

  Ending(@Nullable String disposition) {
    this.disposition = disposition;
  }

  /// The code of the result that is written; null: the last one stays.
  @Nullable String disposition() {
    return disposition;
  }

  static Ending of(Why why) {
    return switch (why) {
      case EXPIRED -> EXPIRED;
      case DO_NOT_CALL -> DO_NOT_CALL;
      case INVALID_NUMBER,
          STOPPED,
          ATTEMPTS_OF_RECORD,
          ATTEMPTS_OF_NUMBER,
          QUOTA_MET,
          NEVER_IN_HOURS,
          ATTEMPTS_TODAY,
          CENTRE_CLOSED,
          HOLIDAY,
          OUTSIDE_HOURS,
          LOCAL_RULE ->
          NO_NUMBERS_LEFT;
    };
  }
}
