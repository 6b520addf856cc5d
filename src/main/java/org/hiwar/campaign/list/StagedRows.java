package org.hiwar.campaign.list;

import java.util.ArrayList;
import java.util.List;
import org.hiwar.campaign.list.file.CsvRow;
import org.hiwar.platform.Ids;
import tools.jackson.databind.json.JsonMapper;

/// What some rows of a file became, ready for the database.
///
/// @param read how many rows they were
/// @param rows the records, as COPY takes them
record StagedRows(int read, String rows, List<RefusedValue> refused) {
  private static final JsonMapper JSON = JsonMapper.shared();

  static StagedRows of(List<CsvRow> rows, RowReader reading, Ids ids) {
    var text = new CopyText();
    var refused = new ArrayList<RefusedValue>();
    for (var row : rows) {
      var record = reading.read(row, refused);
      if (record != null) add(record, ids.next(), text);
    }
    return new StagedRows(rows.size(), text.take(), refused);
  }

  private static void add(StagedRecord row, long id, CopyText to) {
    to.add(id)
        .add(row.line)
        .add(row.key.isEmpty() ? Long.toString(id) : row.key)
        .add(row.firstName)
        .add(row.lastName)
        .add(row.company)
        .add(row.fields.isEmpty() ? "{}" : JSON.writeValueAsString(row.fields))
        .add(row.zone)
        .add(row.postalCode)
        .add(row.state)
        .add(row.priority)
        .add(row.agentLogin)
        .add(row.callAt)
        .add(row.expiresAt)
        .add(row.numbers)
        .add(row.regions)
        .add(row.zones)
        .end();
  }
}
