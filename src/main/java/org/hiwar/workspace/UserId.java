package org.hiwar.workspace;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Somebody who logs in; as an agent on the floor it is the same id.
public record UserId(long value) implements Comparable<UserId> {

  @JsonCreator
  public static UserId of(String text) {
    return new UserId(Long.parseLong(text));
  }

  @Override
  public int compareTo(UserId other) {
    return Long.compare(value, other.value);
  }

  /// Decimal, as ids are written in URLs and JSON.
  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
