package org.hiwar.conversation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Something planned about what is past. No interaction has the same id.
public record FollowUpId(long value) {

  @JsonCreator
  public static FollowUpId of(String text) {
    return new FollowUpId(Long.parseLong(text));
  }

  /// Decimal, as ids are written in URLs and JSON.
  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
