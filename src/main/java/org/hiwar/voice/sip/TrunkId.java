package org.hiwar.voice.sip;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Unique in the installation.
public record TrunkId(long value) {

  @JsonCreator
  public static TrunkId of(String text) {
    return new TrunkId(Long.parseLong(text));
  }

  /// Decimal, as ids are written in URLs and JSON.
  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
