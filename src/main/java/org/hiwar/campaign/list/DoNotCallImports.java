package org.hiwar.campaign.list;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.hiwar.platform.database.DatabaseAccess;
import org.hiwar.platform.table.CsvReader;
import org.hiwar.platform.table.CsvRow;
import org.hiwar.platform.table.ImportFiles;
import org.hiwar.platform.table.TableFormat;
import org.hiwar.platform.table.TableLimits;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Brings a file of entries into a do-not-call list: the first column of each row is one. All of
/// them or, when the file is broken, none.
@Component
public class DoNotCallImports {
  private static final int SHOWN = 20;

  private final ImportFiles files;
  private final DatabaseAccess access;
  private final Clock clock;

  public DoNotCallImports(ImportFiles files, DatabaseAccess access, Clock clock) {
    this.files = files;
    this.access = access;
    this.clock = clock;
  }

  /// What came of a file; `first` are the first lines that were refused, a header among them.
  public record EntriesImported(long added, long refused, List<RefusedLine> first) {}

  public record RefusedLine(long line, String value) {}

  /// `region` is where numbers without a country's code are dialled.
  public EntriesImported bring(
      WorkspaceId workspace, DoNotCallList list, String region, InputStream body)
      throws IOException {
    var file = files.receive(body);
    try (var staging = StagingStore.open(access, workspace)) {
      return staging.inTransaction(
          db -> {
            var values = new ArrayList<String>();
            var refused = new ArrayList<RefusedLine>();
            long added = 0;
            long wrong = 0;
            try (var rows = Rows.of(file)) {
              for (var row = rows.next(); row != null; row = rows.next()) {
                var typed = row.values().getFirst();
                var value = DoNotCallValue.of(list.kind(), typed, region);
                if (value.isPresent()) values.add(value.get());
                else if (wrong++ < SHOWN)
                  refused.add(
                      new RefusedLine(
                          row.line(),
                          new RefusedValue(row.line(), true, null, Reason.MISSING, typed).value()));
                if (values.size() == TableLimits.CHUNK) added += put(db, workspace, list, values);
              }
              added += put(db, workspace, list, values);
              return new EntriesImported(added, wrong, refused);
            }
          });
    } catch (SQLException e) {
      throw new IllegalStateException("entries could not be stored", e);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private int put(JdbcClient db, WorkspaceId workspace, DoNotCallList list, List<String> values) {
    int count = values.size();
    if (count > 0)
      DoNotCallListStore.addAll(
          db, workspace, list, values.toArray(String[]::new), clock.instant());
    values.clear();
    return count;
  }

  /// The rows of a file whose encoding and separator are found.
  private record Rows(CsvReader reader, InputStream text) implements AutoCloseable {
    static Rows of(Path file) throws IOException {
      var format = TableFormat.of(file, null, null);
      var text = Files.newInputStream(file);
      return new Rows(format.rows(text), text);
    }

    @Nullable CsvRow next() throws IOException {
      return reader.next();
    }

    @Override
    public void close() throws IOException {
      text.close();
    }
  }
}
