package org.hiwar.campaign;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A calling record: an entry of one list (S2-2).
public record RecordId(long value) implements Comparable<RecordId> {

  @JsonCreator
  public static RecordId of(String text) {
    return new RecordId(Long.parseLong(text));
  }

  @Override
  public int compareTo(RecordId other) {
    return Long.compare(value, other.value);
  }

  /// Decimal, as ids are written in URLs and JSON.
  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
