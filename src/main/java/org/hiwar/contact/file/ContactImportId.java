package org.hiwar.contact.file;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A file of contacts that was brought in.
public record ContactImportId(long value) {

  @JsonCreator
  public static ContactImportId of(String text) {
    return new ContactImportId(Long.parseLong(text));
  }

  /// Decimal, as ids are written in URLs and JSON.
  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
