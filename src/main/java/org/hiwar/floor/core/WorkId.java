package org.hiwar.floor.core;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A piece of work on a floor; of an interaction it is the interaction's id.
public record WorkId(long value) implements Comparable<WorkId> {

  @JsonCreator
  public static WorkId of(String text) {
    return new WorkId(Long.parseLong(text));
  }

  @Override
  public int compareTo(WorkId other) {
    return Long.compare(value, other.value);
  }

  /// Decimal, as ids are written in URLs and JSON.
  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
