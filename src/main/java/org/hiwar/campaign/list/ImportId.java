package org.hiwar.campaign.list;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// One file brought into a list.
public record ImportId(long value) implements Comparable<ImportId> {

  @JsonCreator
  public static ImportId of(String text) {
    return new ImportId(Long.parseLong(text));
  }

  @Override
  public int compareTo(ImportId other) {
    return Long.compare(value, other.value);
  }

  /// Decimal, as ids are written in URLs and JSON.
  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
