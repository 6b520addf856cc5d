package org.hiwar.campaign;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.hiwar.floor.core.WorkId;

/// One hand-out of a record, from its claim to its end. The work on the floor has the same number.
public record PreviewId(long value) implements Comparable<PreviewId> {

  @JsonCreator
  public static PreviewId of(String text) {
    return new PreviewId(Long.parseLong(text));
  }

  @Override
  public int compareTo(PreviewId other) {
    return Long.compare(value, other.value);
  }

  public WorkId work() {
    return new WorkId(value);
  }

  /// Decimal, as ids are written in URLs and JSON.
  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
