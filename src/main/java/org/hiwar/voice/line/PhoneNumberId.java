package org.hiwar.voice.line;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A number by which a workspace is called.
public record PhoneNumberId(long value) {

  @JsonCreator
  public static PhoneNumberId of(String text) {
    return new PhoneNumberId(Long.parseLong(text));
  }

  /// Decimal, as ids are written in URLs and JSON.
  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
