package org.hiwar.workspace;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// What a user can do: a service, a language or another qualification. The skill of a service has
/// the service's value.
public record SkillId(long value) implements Comparable<SkillId> {

  @JsonCreator
  public static SkillId of(String text) {
    return new SkillId(Long.parseLong(text));
  }

  @Override
  public int compareTo(SkillId other) {
    return Long.compare(value, other.value);
  }

  /// Decimal, as ids are written in URLs and JSON.
  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
