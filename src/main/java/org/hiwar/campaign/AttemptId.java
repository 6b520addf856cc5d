package org.hiwar.campaign;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// One attempt to call a number of a record.
public record AttemptId(long value) implements Comparable<AttemptId> {

  @JsonCreator
  public static AttemptId of(String text) {
    return new AttemptId(Long.parseLong(text));
  }

  @Override
  public int compareTo(AttemptId other) {
    return Long.compare(value, other.value);
  }

  /// Decimal, as ids are written in URLs and JSON.
  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
