package org.hiwar.workspace.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// One log-in of one user on one browser. Not the secret in the cookie: an id may be shown.
public record SessionId(long value) implements Comparable<SessionId> {

  @JsonCreator
  public static SessionId of(String text) {
    return new SessionId(Long.parseLong(text));
  }

  @Override
  public int compareTo(SessionId other) {
    return Long.compare(value, other.value);
  }

  /// Decimal, as ids are written in URLs and JSON.
  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
