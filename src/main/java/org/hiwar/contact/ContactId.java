package org.hiwar.contact;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A stored customer.
public record ContactId(long value) implements Comparable<ContactId> {

  @JsonCreator
  public static ContactId of(String text) {
    return new ContactId(Long.parseLong(text));
  }

  @Override
  public int compareTo(ContactId other) {
    return Long.compare(value, other.value);
  }

  /// Decimal, as ids are written in URLs and JSON.
  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
