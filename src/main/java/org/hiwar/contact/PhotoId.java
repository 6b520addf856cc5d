package org.hiwar.contact;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A photo of a contact; another photo has another id.
public record PhotoId(long value) {

  @JsonCreator
  public static PhotoId of(String text) {
    return new PhotoId(Long.parseLong(text));
  }

  /// Decimal, as ids are written in URLs and JSON.
  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
