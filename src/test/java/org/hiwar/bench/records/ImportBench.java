package org.hiwar.bench.records;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hiwar.bench.Aim;
import org.hiwar.bench.Figure;
import org.hiwar.bench.Machine;
import org.hiwar.bench.Sheet;
import org.hiwar.campaign.list.CallingList;
import org.postgresql.PGConnection;

/// A file brought into a list over HTTP, from the first byte until the import says that it is done,
/// with everything it does: numbers read and normalised, zones checked, customers found that are
/// there twice, while a do-not-call list holds (it is asked when records are handed out, so that
/// what is added later counts, too). Beside it the same bytes by COPY into a table with a primary
/// key and an index of the numbers.
final class ImportBench {
  private static final Aim OF_BARE = Aim.atLeast(0.3);
  private static final int BUFFER = 1 << 20;
  private static final int DO_NOT_CALL_EVERY = 100;
  private static final long LONGEST_S = 600;

  private final RecordsPlace place;
  private final RecordsSize size;

  ImportBench(RecordsPlace place, RecordsSize size) {
    this.place = place;
    this.size = size;
  }

  /// @param peakKb the most memory that the server's process had meanwhile
  record Brought(CallingList list, double seconds, long peakKb) {}

  void run(Sheet sheet) throws Exception {
    int rows = size.records();
    doNotCall(rows);
    warmUp(rows / 20);
    long before = Machine.residentKb(place.hiwar.handle().pid());
    var own = new ArrayList<Double>();
    var bare = new ArrayList<Double>();
    var more = new ArrayList<Double>();
    for (int i = 0; i < Math.min(2, size.repetitions()); i++) {
      bare.add(rows / copy(place.file(rows)));
      var brought = bring("List " + i, rows);
      place.keep(brought.list());
      own.add(rows / brought.seconds());
      more.add((brought.peakKb() - before) / 1e3);
    }
    var where = Map.of("rows", "%,d".formatted(rows));
    var imported = new Figure("rows imported", "Hiwar", "1/s", where, own);
    var copied = new Figure("rows copied", "COPY", "1/s", where, bare);
    sheet.add(imported);
    sheet.add(copied);
    sheet.add(
        new Figure(
                "rows imported, beside COPY",
                "Hiwar",
                "of COPY",
                where,
                List.of(imported.median() / copied.median()))
            .aimingAt(OF_BARE));
    sheet.add(
        new Figure("memory of the server above that at rest, peak", "Hiwar", "MB", where, more));
  }

  /// Brings so many rows into a list that nobody needs.
  void warmUp(int rows) throws Exception {
    bring("Warm-up " + place.ids.next(), Math.max(rows, 1_000));
  }

  Brought bring(String name, int rows) throws Exception {
    var file = place.file(rows);
    var list = place.freshList(name);
    long from = System.nanoTime();
    var begun =
        place.administrator.send(
            "POST",
            "/api/lists/" + list.id() + "/imports?fileName=list.csv&policy=ADD&columns=1,2,3,4,5,6",
            "text/csv",
            BodyPublishers.ofFile(file));
    long peak = 0;
    while (true) {
      var now =
          place.administrator.get("/api/imports/" + begun.get("id").asString()).get("standing");
      double seconds = (System.nanoTime() - from) / 1e9;
      peak = Math.max(peak, Machine.residentKb(place.hiwar.handle().pid()));
      var state = now.get("state").asString();
      if (state.equals("DONE")) {
        require(now.at("/counts/added").asInt(), ListFile.records(rows));
        return new Brought(list, seconds, peak);
      }
      if (!state.equals("RUNNING") || seconds > LONGEST_S)
        throw new IOException("the import is " + state + ": " + now);
      Thread.sleep(20);
    }
  }

  private static void require(int added, int wanted) throws IOException {
    if (added != wanted) throw new IOException(added + " records came in, not " + wanted);
  }

  private double copy(Path file) throws Exception {
    place.slowly(
        "drop table if exists bare_copy",
        "create table bare_copy (id bigint primary key, number text, first_name text, last_name"
            + " text, city text, zone text)",
        "create index bare_copy_number on bare_copy (number)");
    try (var db = place.access.unlimited().getConnection();
        var rows = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      long from = System.nanoTime();
      db.unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy bare_copy from stdin with (format csv, header)", rows);
      return (System.nanoTime() - from) / 1e9;
    } finally {
      place.slowly("drop table bare_copy");
    }
  }

  /// One number of a hundred, for every campaign.
  private void doNotCall(int rows) throws Exception {
    long list = place.ids.next();
    place.slowly(
        "insert into do_not_call_list (workspace, id, name, kind, everywhere) values (%s, %d, 'Asked not to be called', 'NUMBER', true)"
            .formatted(place.workspace, list),
        """
        insert into do_not_call_entry (workspace, list, value, added_at)
        select %s, %d, '+491512' || lpad(i::text, 7, '0'), now() from generate_series(0, %d, %d) i\
        """
            .formatted(place.workspace, list, rows - 1, DO_NOT_CALL_EVERY));
  }
}
