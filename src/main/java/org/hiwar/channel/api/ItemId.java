package org.hiwar.channel.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Something that came in, as URLs and JSON name it: decimal, a text.
public record ItemId(long value) {

  @JsonCreator
  public static ItemId of(String text) {
    return new ItemId(Long.parseLong(text));
  }

  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
