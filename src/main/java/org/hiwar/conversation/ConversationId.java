package org.hiwar.conversation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The session between one owner and one contact, over all its channels.
public record ConversationId(long value) implements Comparable<ConversationId> {

  @JsonCreator
  public static ConversationId of(String text) {
    return new ConversationId(Long.parseLong(text));
  }

  @Override
  public int compareTo(ConversationId other) {
    return Long.compare(value, other.value);
  }

  /// Decimal, as ids are written in URLs and JSON.
  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
