package org.hiwar.voice.call;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Of an internal call, or of a consultation.
public record SideId(long value) {

  @JsonCreator
  public static SideId of(String text) {
    return new SideId(Long.parseLong(text));
  }

  /// Decimal, as ids are written in URLs and JSON.
  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
