package org.hiwar.contact;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A field that a workspace has defined for its contacts.
public record ContactFieldId(long value) {

  @JsonCreator
  public static ContactFieldId of(String text) {
    return new ContactFieldId(Long.parseLong(text));
  }

  /// Decimal, as ids are written in URLs and JSON.
  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
