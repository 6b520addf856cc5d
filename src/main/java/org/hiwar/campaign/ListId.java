package org.hiwar.campaign;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A calling list.
public record ListId(long value) implements Comparable<ListId> {

  @JsonCreator
  public static ListId of(String text) {
    return new ListId(Long.parseLong(text));
  }

  @Override
  public int compareTo(ListId other) {
    return Long.compare(value, other.value);
  }

  /// Decimal, as ids are written in URLs and JSON.
  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
