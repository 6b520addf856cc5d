package org.hiwar.bench.contacts;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hiwar.bench.Aim;
import org.hiwar.bench.Figure;
import org.hiwar.bench.Sheet;
import org.postgresql.PGConnection;

/// A file of new customers brought in over HTTP among the contacts that there are, from the first
/// byte until the import says that it is done, with everything it does: numbers and addresses read,
/// known ones looked for, and the words made by which contacts are found. Beside it the rows that
/// became of it, by COPY into tables with the same columns and indexes: of contacts and addresses
/// alone, and of all tables, those of the search among them.
final class ImportBench {
  private static final Aim ROWS = Aim.atLeast(10_000);
  private static final int BUFFER = 1 << 20;
  private static final int SHARE_FOR_WARMTH = 20;
  private static final long LONGEST_S = 3_600;

  /// What is written for a contact, with the columns that are not derived from others.
  private static final Map<String, String> TABLES = new LinkedHashMap<>();

  static {
    TABLES.put(
        "contact", "workspace, id, name, search_text, language, version, created_at, tags, fields");
    TABLES.put("contact_address", "workspace, contact, kind, value, trust, created_at");
    TABLES.put("contact_word", "workspace, word, contact");
    TABLES.put("contact_number", "workspace, digits, contact");
    TABLES.put("contact_word_form", "workspace, form, word");
  }

  private final ContactsPlace place;
  private final ContactsSize size;
  private int brought;

  ImportBench(ContactsPlace place, ContactsSize size) {
    this.place = place;
    this.size = size;
  }

  void run(Sheet sheet) throws Exception {
    int rows = size.contacts();
    bring(Math.max(1_000, rows / SHARE_FOR_WARMTH));
    long last = lastContact();
    double seconds = bring(rows);
    var where = Map.of("contacts", "%,d".formatted(size.contacts()), "rows", "%,d".formatted(rows));
    var own = new Figure("rows imported", "Hiwar", "1/s", where, List.of(rows / seconds));
    sheet.add(own.aimingAt(ROWS));
    double some = 0;
    double all = 0;
    for (var table : TABLES.entrySet()) {
      double copied = copied(table.getKey(), table.getValue(), last);
      if (table.getKey().equals("contact") || table.getKey().equals("contact_address"))
        some += copied;
      all += copied;
    }
    sheet.add(copied("COPY of contacts and addresses", where, rows / some));
    sheet.add(copied("COPY of contacts, addresses and words", where, rows / all));
    sheet.add(
        new Figure(
            "rows imported, beside COPY of all",
            "Hiwar",
            "of COPY",
            where,
            List.of(all / seconds)));
  }

  private static Figure copied(String of, Map<String, String> where, double value) {
    return new Figure("rows copied", of, "1/s", where, List.of(value));
  }

  /// How long it took, in seconds.
  private double bring(int rows) throws Exception {
    var file = file(rows);
    try {
      long from = System.nanoTime();
      var begun =
          place.administrator.send(
              "POST",
              "/api/contact-imports?fileName=customers.csv&known=KEEP&columns=NAME,PHONE,EMAIL",
              "text/csv",
              BodyPublishers.ofFile(file));
      while (true) {
        var now =
            place
                .administrator
                .get("/api/contact-imports/" + begun.get("id").asString())
                .get("standing");
        double seconds = (System.nanoTime() - from) / 1e9;
        var state = now.get("state").asString();
        if (state.equals("DONE")) {
          if (now.at("/counts/added").asInt() != rows)
            throw new IOException("not all of " + rows + " came in: " + now);
          return seconds;
        }
        if (!state.equals("RUNNING") || seconds > LONGEST_S)
          throw new IOException("the import is " + state + ": " + now);
        Thread.sleep(20);
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /// Names as those of all customers, numbers and mail addresses that nobody has yet.
  private Path file(int rows) throws IOException {
    var file = Files.createTempFile(Path.of("target"), "customers-", ".csv");
    try (var to = Files.newBufferedWriter(file)) {
      to.write("name,phone,email\n");
      for (int i = 0; i < rows; i++) {
        int nr = brought++;
        var one = Customers.at(size.contacts() + nr);
        boolean arabic = one.first().charAt(0) > 0x600;
        var number = (arabic ? "+96279%07d" : "+49160%07d").formatted(nr % 10_000_000);
        to.write(one.name() + "," + number + "," + one.mail() + "\n");
      }
    }
    return file;
  }

  private long lastContact() throws Exception {
    try (var db = place.connection();
        var statement = db.createStatement();
        var row = statement.executeQuery("select max(id) from contact")) {
      row.next();
      return row.getLong(1);
    }
  }

  /// Seconds that COPY takes for what the import has written into a table.
  private double copied(String table, String columns, long behind) throws Exception {
    var bare = "bare_import_" + table;
    place.slowly(
        "drop table if exists " + bare,
        "create table %s (like %s including defaults including generated including indexes)"
            .formatted(bare, table));
    var which =
        switch (table) {
          case "contact" -> "id > " + behind;
          case "contact_word_form" ->
              "word in (select word from contact_word group by word having min(contact) > "
                  + behind
                  + ")";
          default -> "contact > " + behind;
        };
    var file = Files.createTempFile(Path.of("target"), "rows-", ".copy");
    try (var db = place.connection();
        var out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
      db.unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut(
              "copy (select %s from %s where %s) to stdout".formatted(columns, table, which), out);
    }
    try (var db = place.connection();
        var in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      long from = System.nanoTime();
      db.unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy %s (%s) from stdin".formatted(bare, columns), in);
      return (System.nanoTime() - from) / 1e9;
    } finally {
      Files.deleteIfExists(file);
      place.slowly("drop table " + bare);
    }
  }
}
