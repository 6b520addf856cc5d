package org.hiwar.campaign.list;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.hiwar.platform.database.CopyText;

/// What a file can bring for a record beside its key and its numbers: a column of `calling_record`
/// and of `staged`. Only the columns that a file brings are written, which for most files is half
/// of them; the others have what a record has without them.
enum StagedColumn {
  FIRST_NAME("text", (row, to) -> to.add(row.firstName)),
  LAST_NAME("text", (row, to) -> to.add(row.lastName)),
  COMPANY("text", (row, to) -> to.add(row.company)),
  FIELDS("jsonb not null default '{}'", (row, to) -> to.add(row.fields)),
  ZONE("text", (row, to) -> to.add(row.zone)),
  POSTAL_CODE("text", (row, to) -> to.add(row.postalCode)),
  STATE("text", (row, to) -> to.add(row.state)),
  PRIORITY("int not null default 0", (row, to) -> to.add(row.priority)),
  AGENT_LOGIN("text", (row, to) -> to.add(row.agentLogin)),
  CALL_AT("timestamptz", (row, to) -> to.add(row.callAt)),
  EXPIRES_AT("timestamptz", (row, to) -> to.add(row.expiresAt));

  private final String type;
  private final BiConsumer<StagedRecord, CopyText> writing;

  StagedColumn(String type, BiConsumer<StagedRecord, CopyText> writing) {
    this.type = type;
    this.writing = writing;
  }

  String sql() {
    return name().toLowerCase(Locale.ROOT);
  }

  void write(StagedRecord row, CopyText to) {
    writing.accept(row, to);
  }

  /// Those that a file with these columns brings.
  static List<StagedColumn> of(CallingList list, ImportPlan plan) {
    var brought =
        plan.columns().stream()
            .filter(number -> number != ImportPlan.SKIPPED)
            .map(number -> list.fields().all().get(number - 1))
            .toList();
    return Arrays.stream(values())
        .filter(
            column ->
                column == EXPIRES_AT
                    ? list.fields().expiresAfter() != null
                    : brought.stream().anyMatch(column::takes))
        .toList();
  }

  private boolean takes(Field field) {
    return switch (this) {
      case FIELDS -> field.type().named();
      case ZONE -> field.type() == FieldType.TIME_ZONE && field.of() == null;
      case EXPIRES_AT -> false;
      case FIRST_NAME, LAST_NAME, COMPANY, POSTAL_CODE, STATE, PRIORITY, AGENT_LOGIN, CALL_AT ->
          field.type().name().equals(name());
    };
  }

  /// All of them for `create table`. Where a record of the list expires so many days after it was
  /// brought in, they all expire at once.
  static String declared(CallingList list, Instant now) {
    boolean together = list.expiresDays() > 0 && list.fields().expiresAfter() == null;
    var expires =
        together ? " default '" + now.plus(Duration.ofDays(list.expiresDays())) + "'" : "";
    return Arrays.stream(values())
        .map(c -> c.sql() + " " + c.type + (c == EXPIRES_AT ? expires : ""))
        .collect(Collectors.joining(", "));
  }
}
