package org.hiwar.voice.call;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

public record RecordingId(long value) {

  @JsonCreator
  public static RecordingId of(String text) {
    return new RecordingId(Long.parseLong(text));
  }

  /// Decimal, as ids are written in URLs and JSON.
  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
