package org.hiwar.workspace;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// One customer organisation of this installation; the first part of every key.
public record WorkspaceId(long value) implements Comparable<WorkspaceId> {

  @JsonCreator
  public static WorkspaceId of(String text) {
    return new WorkspaceId(Long.parseLong(text));
  }

  @Override
  public int compareTo(WorkspaceId other) {
    return Long.compare(value, other.value);
  }

  /// Decimal, as ids are written in URLs and JSON.
  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
