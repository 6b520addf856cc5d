package org.hiwar.workspace;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A reason for customers to contact the business; its queue is the waiting work.
public record ServiceId(long value) implements Comparable<ServiceId> {

  @JsonCreator
  public static ServiceId of(String text) {
    return new ServiceId(Long.parseLong(text));
  }

  @Override
  public int compareTo(ServiceId other) {
    return Long.compare(value, other.value);
  }

  /// Decimal, as ids are written in URLs and JSON.
  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
