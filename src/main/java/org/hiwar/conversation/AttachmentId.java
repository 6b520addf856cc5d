package org.hiwar.conversation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A file of a message, or one that is uploaded and not sent yet.
public record AttachmentId(long value) implements Comparable<AttachmentId> {

  @JsonCreator
  public static AttachmentId of(String text) {
    return new AttachmentId(Long.parseLong(text));
  }

  @Override
  public int compareTo(AttachmentId other) {
    return Long.compare(value, other.value);
  }

  /// Decimal, as ids are written in URLs and JSON.
  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
