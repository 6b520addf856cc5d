package org.hiwar.channel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// An account of ours on a channel.
public record AccountId(long value) implements Comparable<AccountId> {

  @JsonCreator
  public static AccountId of(String text) {
    return new AccountId(Long.parseLong(text));
  }

  @Override
  public int compareTo(AccountId other) {
    return Long.compare(value, other.value);
  }

  /// Decimal, as ids are written in URLs and JSON.
  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
