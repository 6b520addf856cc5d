package org.hiwar.workspace;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A reason for not being ready.
public record ReasonId(long value) implements Comparable<ReasonId> {

  @JsonCreator
  public static ReasonId of(String text) {
    return new ReasonId(Long.parseLong(text));
  }

  @Override
  public int compareTo(ReasonId other) {
    return Long.compare(value, other.value);
  }

  /// Decimal, as ids are written in URLs and JSON.
  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
