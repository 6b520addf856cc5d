package org.hiwar.campaign;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A list of what must not be called.
public record DoNotCallListId(long value) implements Comparable<DoNotCallListId> {

  @JsonCreator
  public static DoNotCallListId of(String text) {
    return new DoNotCallListId(Long.parseLong(text));
  }

  @Override
  public int compareTo(DoNotCallListId other) {
    return Long.compare(value, other.value);
  }

  /// Decimal, as ids are written in URLs and JSON.
  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
