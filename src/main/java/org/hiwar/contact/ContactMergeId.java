package org.hiwar.contact;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// One merging of two contacts.
public record ContactMergeId(long value) {

  @JsonCreator
  public static ContactMergeId of(String text) {
    return new ContactMergeId(Long.parseLong(text));
  }

  /// Decimal, as ids are written in URLs and JSON.
  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
