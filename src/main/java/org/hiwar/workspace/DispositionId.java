package org.hiwar.workspace;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A configured result of an interaction.
public record DispositionId(long value) implements Comparable<DispositionId> {

  @JsonCreator
  public static DispositionId of(String text) {
    return new DispositionId(Long.parseLong(text));
  }

  @Override
  public int compareTo(DispositionId other) {
    return Long.compare(value, other.value);
  }

  /// Decimal, as ids are written in URLs and JSON.
  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
