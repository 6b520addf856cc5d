package org.hiwar.chat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A place on a site where a chat may begin.
public record EntryId(long value) implements Comparable<EntryId> {

  @JsonCreator
  public static EntryId of(String text) {
    return new EntryId(Long.parseLong(text));
  }

  @Override
  public int compareTo(EntryId other) {
    return Long.compare(value, other.value);
  }

  /// Decimal, as ids are written in URLs and JSON.
  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
