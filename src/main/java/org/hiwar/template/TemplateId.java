package org.hiwar.template;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A template.
public record TemplateId(long value) implements Comparable<TemplateId> {

  @JsonCreator
  public static TemplateId of(String text) {
    return new TemplateId(Long.parseLong(text));
  }

  @Override
  public int compareTo(TemplateId other) {
    return Long.compare(value, other.value);
  }

  /// Decimal, as ids are written in URLs and JSON.
  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
