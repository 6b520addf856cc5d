package org.hiwar.voice.device;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A telephone that registers here.
public record SipPhoneId(long value) {

  @JsonCreator
  public static SipPhoneId of(String text) {
    return new SipPhoneId(Long.parseLong(text));
  }

  /// Decimal, as ids are written in URLs and JSON.
  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
