package org.hiwar.workspace;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// An organisational group of users.
public record TeamId(long value) implements Comparable<TeamId> {

  @JsonCreator
  public static TeamId of(String text) {
    return new TeamId(Long.parseLong(text));
  }

  @Override
  public int compareTo(TeamId other) {
    return Long.compare(value, other.value);
  }

  /// Decimal, as ids are written in URLs and JSON.
  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
