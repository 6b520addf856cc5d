package org.hiwar.campaign.list;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.CopyText;
import org.hiwar.platform.table.CsvRow;

/// What some rows of a file became, ready for the database.
final class StagedRows {
  /// How many rows they were.
  final int read;

  final List<RefusedValue> refused = new ArrayList<>();

  private final CopyText records = new CopyText();
  private final CopyText numbers = new CopyText();
  private final long[] ids;
  private final int[] keys;
  private int count;

  private StagedRows(int read) {
    this.read = read;
    ids = new long[read];
    keys = new int[read];
  }

  static StagedRows of(List<CsvRow> rows, RowReader reading, List<StagedColumn> columns, Ids made) {
    var staged = new StagedRows(rows.size());
    for (var row : rows) {
      var record = reading.read(row, staged.refused);
      if (record != null) staged.add(record, columns, made.next());
    }
    staged.records.close();
    staged.numbers.close();
    return staged;
  }

  private void add(StagedRecord row, List<StagedColumn> columns, long id) {
    ids[count] = id;
    keys[count++] = row.key.hashCode();
    records.add(id).add(row.line).add(row.key.isEmpty() ? Long.toString(id) : row.key);
    for (var column : columns) column.write(row, records);
    records.end();
    for (int at = 0; at < row.numbers.length; at++)
      if (row.numbers[at] != null)
        numbers
            .add(id)
            .add(at + 1L)
            .add(row.numbers[at])
            .add(row.regions[at])
            .add(row.zones[at])
            .end();
  }

  /// The records, as COPY takes them.
  byte[] records() {
    return records.bytes();
  }

  /// Their numbers, as COPY takes them.
  byte[] numbers() {
    return numbers.bytes();
  }

  /// The ids of the records, in the order of the file.
  long[] ids() {
    return Arrays.copyOf(ids, count);
  }

  /// The ids of those whose keys may have come before, in this piece or in one before it.
  long[] doubtful(SeenKeys seen) {
    var doubtful = new long[count];
    int found = 0;
    for (int at = 0; at < count; at++) if (seen.add(keys[at])) doubtful[found++] = ids[at];
    return Arrays.copyOf(doubtful, found);
  }
}
