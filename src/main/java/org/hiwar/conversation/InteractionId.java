package org.hiwar.conversation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// One communication on one medium; on the floor its value is the work id.
public record InteractionId(long value) implements Comparable<InteractionId> {

  @JsonCreator
  public static InteractionId of(String text) {
    return new InteractionId(Long.parseLong(text));
  }

  @Override
  public int compareTo(InteractionId other) {
    return Long.compare(value, other.value);
  }

  /// Decimal, as ids are written in URLs and JSON.
  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
