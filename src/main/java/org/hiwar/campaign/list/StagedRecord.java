package org.hiwar.campaign.list;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A row of a file that became a record, before it is in the list.
final class StagedRecord {
  final long line;
  /// Of its key fields; empty where the list has none.
  String key = "";
  @Nullable String firstName;
  @Nullable String lastName;
  @Nullable String company;
  /// Empty text where the file has nothing.
  final Map<String, String> fields = new LinkedHashMap<>();
  @Nullable ZoneId zone;
  @Nullable String postalCode;
  @Nullable String state;
  int priority;
  @Nullable String agentLogin;
  @Nullable Instant callAt;
  /// Null also where all records of the list expire together.
  @Nullable Instant expiresAt;
  /// By position, from 1, as 0; null where the row has none.
  final @Nullable String[] numbers;
  final @Nullable String[] regions;
  final @Nullable String[] zones;

  StagedRecord(long line, int phones) {
    this.line = line;
    numbers = new String[phones];
    regions = new String[phones];
    zones = new String[phones];
  }
}
