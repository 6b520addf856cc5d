package org.hiwar.bench.channels;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hiwar.bench.BenchRows;
import org.hiwar.bench.OverHttp;
import org.hiwar.bench.OwnHiwar;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.DatabaseAccess;
import org.hiwar.workspace.WorkspaceId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Hiwar in a process of its own with a workspace, and the connections of this program to the same
/// database. Everything goes when it is closed.
final class ChannelsPlace implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  private static final int STATISTICS_MS = 1_500;

  final Ids ids = new Ids(Clock.systemUTC(), 1019);
  final OwnHiwar hiwar = OwnHiwar.start();
  final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  final DatabaseAccess access = hiwar.access();
  final HikariDataSource pool = access.pool("bench");
  final Database database = new Database(pool);
  final WorkspaceId workspace;
  final String slug;
  final OverHttp administrator;
  final List<String> agents;
  private final long chats;
  private final long mails;

  private record Rows(
      long workspace,
      String slug,
      long chats,
      long mails,
      String administrator,
      List<String> agents) {}

  ChannelsPlace(ChannelsSize size) throws Exception {
    var rows = database.inDirectory(db -> rows(new BenchRows(db), size.desks()));
    workspace = new WorkspaceId(rows.workspace());
    slug = rows.slug();
    chats = rows.chats();
    mails = rows.mails();
    agents = rows.agents();
    administrator = new OverHttp(client, hiwar.server(), rows.administrator());
  }

  private static Rows rows(BenchRows rows, int desks) {
    long chats = rows.service("Texts", "CHAT", true);
    long mails = rows.service("Mails", "EMAIL", true);
    var agents = new ArrayList<String>();
    for (int i = 0; i < desks; i++) agents.add(rows.user("agent" + i, "AGENT", List.of(chats)));
    var administrator = rows.user("administrator", "ADMINISTRATOR", List.of());
    return new Rows(rows.workspace(), rows.slug(), chats, mails, administrator, agents);
  }

  /// Adds an account, as an administrator does.
  JsonNode account(String channel, String address, Map<String, String> settings, boolean enabled)
      throws Exception {
    var wish = wish(channel, address, settings, enabled);
    var body = JSON.writeValueAsString(Map.of("channel", channel, "account", wish));
    return administrator.post("/api/channel-accounts", body);
  }

  /// Switches an account on or off.
  void enable(JsonNode account, Map<String, String> settings, boolean enabled) throws Exception {
    var id = account.get("id").asString();
    var now =
        administrator
            .get("/api/channel-accounts")
            .valueStream()
            .filter(one -> one.get("id").asString().equals(id))
            .findFirst()
            .orElseThrow();
    var wish =
        wish(account.get("channel").asString(), now.get("address").asString(), settings, enabled);
    var body = Map.of("version", now.get("version").asLong(), "account", wish);
    administrator.put("/api/channel-accounts/" + id, JSON.writeValueAsString(body));
  }

  private Map<String, Object> wish(
      String channel, String address, Map<String, String> settings, boolean enabled) {
    return Map.of(
        "name",
        channel + " " + address,
        "address",
        address,
        "service",
        Long.toString(channel.equals("email") ? mails : chats),
        "settings",
        settings,
        "enabled",
        enabled);
  }

  /// Statements that take as long as they take, on a connection of their own.
  void slowly(String... statements) throws Exception {
    try (var db = access.unlimited().getConnection();
        var statement = db.createStatement()) {
      statement.execute("select set_config('hiwar.workspace', '" + workspace + "', false)");
      for (var one : statements) statement.execute(one);
    }
  }

  long count(String query, Object... parameters) {
    return database.in(
        workspace.value(), db -> db.sql(query).params(parameters).query(Long.class).single());
  }

  /// Transactions that the database has committed, reading ones among them. A connection tells of
  /// its own when it has been idle for a while.
  long commits() throws InterruptedException {
    Thread.sleep(STATISTICS_MS);
    return count("select xact_commit from pg_stat_database where datname = current_database()");
  }

  @Override
  public void close() throws Exception {
    pool.close();
    client.shutdownNow();
    hiwar.close();
  }
}
