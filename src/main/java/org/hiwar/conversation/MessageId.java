package org.hiwar.conversation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A stored message.
public record MessageId(long value) implements Comparable<MessageId> {

  @JsonCreator
  public static MessageId of(String text) {
    return new MessageId(Long.parseLong(text));
  }

  @Override
  public int compareTo(MessageId other) {
    return Long.compare(value, other.value);
  }

  /// Decimal, as ids are written in URLs and JSON.
  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
