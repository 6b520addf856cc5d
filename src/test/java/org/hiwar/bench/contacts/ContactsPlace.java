package org.hiwar.bench.contacts;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.hiwar.bench.BenchRows;
import org.hiwar.bench.OverHttp;
import org.hiwar.bench.OwnHiwar;
import org.hiwar.contact.SearchTexts;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.DatabaseAccess;
import org.hiwar.workspace.WorkspaceId;
import org.postgresql.PGConnection;
import tools.jackson.databind.JsonNode;

/// Hiwar in a process of its own with a workspace full of contacts, and the connections of this
/// program to the same database. Everything goes when it is closed.
final class ContactsPlace implements AutoCloseable {
  private static final Ids IDS = new Ids(Clock.systemUTC(), 1018);
  private static final int AT_A_TIME = 5_000;

  /// One alone would be told soon that they ask too much.
  private static final int AGENTS = 60;

  final OwnHiwar hiwar = OwnHiwar.start();
  final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  final DatabaseAccess access = hiwar.access();
  final HikariDataSource pool = access.pool("bench");
  final Database database = new Database(pool);
  final WorkspaceId workspace;
  private final List<OverHttp> agents;
  private int asked;
  final OverHttp administrator;
  final long service;
  private final ContactsSize size;
  private final long first;

  private record Rows(long workspace, long service, List<String> agents, String administrator) {}

  ContactsPlace(ContactsSize size) throws Exception {
    this.size = size;
    var rows = database.inDirectory(db -> rows(new BenchRows(db)));
    workspace = new WorkspaceId(rows.workspace());
    service = rows.service();
    agents =
        rows.agents().stream().map(cookie -> new OverHttp(client, hiwar.server(), cookie)).toList();
    administrator = new OverHttp(client, hiwar.server(), rows.administrator());
    first = IDS.next();
  }

  private static Rows rows(BenchRows rows) {
    long service = rows.service("Orders", "CHAT", true);
    var agents =
        IntStream.range(0, AGENTS).mapToObj(i -> rows.user("agent" + i, "AGENT", List.of()));
    return new Rows(
        rows.workspace(),
        service,
        agents.toList(),
        rows.user("administrator", "ADMINISTRATOR", List.of()));
  }

  /// One agent after the other asks.
  JsonNode get(String path) throws IOException, InterruptedException {
    return agents.get(asked++ % AGENTS).get(path);
  }

  long contact(int i) {
    return first + i;
  }

  /// A connection that may take its time, in the workspace.
  Connection connection() throws SQLException {
    var connection = access.unlimited().getConnection();
    try (var set = connection.createStatement()) {
      set.execute("select set_config('hiwar.workspace', '" + workspace + "', false)");
    }
    return connection;
  }

  void slowly(String... statements) throws SQLException {
    try (var db = connection();
        var statement = db.createStatement()) {
      for (var one : statements) statement.execute(one);
    }
  }

  /// All contacts with their addresses, and beside them their texts in a bare table.
  void fill() throws Exception {
    long from = System.nanoTime();
    slowly("create table bare_contact (id bigint, text text)");
    try (var db = connection();
        var statement = db.createStatement()) {
      statement.execute(
          "create temp table made (id bigint, name text, words text, number text, mail text)");
      for (int i = 0; i < size.contacts(); i += AT_A_TIME) {
        copy(db, i, Math.min(size.contacts(), i + AT_A_TIME));
        for (var insert : inserts()) statement.execute(insert);
      }
    }
    slowly(
        "vacuum analyze contact",
        "vacuum analyze contact_address",
        "vacuum analyze contact_word",
        "vacuum analyze contact_word_form",
        "vacuum analyze contact_number");
    System.out.printf(
        "%,d contacts were written in %.0f s%n", size.contacts(), (System.nanoTime() - from) / 1e9);
    sizes();
  }

  private void copy(Connection db, int from, int until) throws Exception {
    var lines = new StringBuilder();
    for (int i = from; i < until; i++) {
      var one = Customers.at(i);
      lines
          .append(contact(i))
          .append('\t')
          .append(one.name())
          .append('\t')
          .append(SearchTexts.of(one.name(), one.number(), one.mail()))
          .append('\t')
          .append(one.number())
          .append('\t')
          .append(one.mail())
          .append('\n');
    }
    db.unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn("copy made from stdin", new StringReader(lines.toString()));
  }

  private List<String> inserts() {
    return List.of(
        """
        insert into contact (workspace, id, name, search_text, created_at, last_activity_at)
        select %s, id, name, words, now() - interval '2 years', now() - (hashint8(id) & 16777215) * interval '2 seconds' from made\
        """
            .formatted(workspace),
        """
        insert into contact_address (workspace, contact, kind, value, trust, created_at)
        select %1$s, id, 'PHONE', number, 'CONFIRMED', now() from made union all select %1$s, id, 'EMAIL', mail, 'CONFIRMED', now() from made\
        """
            .formatted(workspace),
        "insert into bare_contact select id, words from made",
        "truncate made");
  }

  /// What the indexes of a search cost on the disk.
  private void sizes() throws SQLException {
    try (var db = connection();
        var statement = db.createStatement();
        var rows =
            statement.executeQuery(
                """
                select relname, pg_total_relation_size(oid) / 1000000 as mb from pg_class
                where relname in ('contact', 'contact_address', 'contact_word', 'contact_word_form', 'contact_number') order by 1\
                """)) {
      while (rows.next()) System.out.printf("%s: %,d MB%n", rows.getString(1), rows.getLong(2));
    }
  }

  @Override
  public void close() throws Exception {
    pool.close();
    client.shutdownNow();
    hiwar.close();
  }
}
