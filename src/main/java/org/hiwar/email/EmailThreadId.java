package org.hiwar.email;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A thread of mails.
record EmailThreadId(long value) {

  @JsonCreator
  static EmailThreadId of(String text) {
    return new EmailThreadId(Long.parseLong(text));
  }

  /// Decimal, as ids are written in URLs and JSON.
  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
