package org.hiwar.bench.records;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.hiwar.bench.BenchRows;
import org.hiwar.bench.OverHttp;
import org.hiwar.bench.OwnHiwar;
import org.hiwar.campaign.BoundList;
import org.hiwar.campaign.Campaign;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.CampaignListStore;
import org.hiwar.campaign.CampaignRecordStore;
import org.hiwar.campaign.CampaignSettings;
import org.hiwar.campaign.CampaignStore;
import org.hiwar.campaign.ListId;
import org.hiwar.campaign.list.CallingList;
import org.hiwar.campaign.list.Field;
import org.hiwar.campaign.list.FieldType;
import org.hiwar.campaign.list.Fields;
import org.hiwar.campaign.list.ListStore;
import org.hiwar.campaign.rule.CallingHours;
import org.hiwar.campaign.rule.CampaignRules;
import org.hiwar.campaign.rule.NumberKind;
import org.hiwar.campaign.rule.Schedule;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.DatabaseAccess;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.hours.Holidays;
import org.hiwar.workspace.hours.Hours;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Hiwar in a process of its own with a workspace, a list and a campaign, and the connections of
/// this program to the same database. Everything goes when it is closed.
final class RecordsPlace implements AutoCloseable {
  private static final Ids IDS = new Ids(Clock.systemUTC(), 1020);
  private static final int FEWER_FOR_WARMTH = 20;

  final Ids ids = IDS;
  final OwnHiwar hiwar = OwnHiwar.start();
  final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  final DatabaseAccess access = hiwar.access();
  final HikariDataSource pool = access.pool("bench");
  final Database database = new Database(pool);
  final WorkspaceId workspace;
  final OverHttp administrator;
  final List<String> agents;
  final long calls;
  private final Path folder = Files.createDirectories(OwnHiwar.freshFolder());
  private final RecordsSize size;
  private @Nullable CallingList list;

  private record Rows(long workspace, long calls, String administrator, List<String> agents) {}

  RecordsPlace(RecordsSize size) throws Exception {
    this.size = size;
    var rows = database.inDirectory(db -> rows(new BenchRows(db), size.agents()));
    workspace = new WorkspaceId(rows.workspace());
    calls = rows.calls();
    agents = rows.agents();
    administrator = new OverHttp(client, hiwar.server(), rows.administrator());
  }

  private static Rows rows(BenchRows rows, int size) {
    long calls = rows.service("Calls", "VOICE", false);
    rows.language();
    var agents = new ArrayList<String>();
    for (int i = 0; i < size; i++) agents.add(rows.user("agent" + i, "AGENT", List.of()));
    return new Rows(
        rows.workspace(), calls, rows.user("administrator", "ADMINISTRATOR", List.of()), agents);
  }

  /// The file that is brought in; made anew, for its parts are quickly made.
  Path file(int rows) throws Exception {
    var file = folder.resolve(rows + ".csv");
    if (!Files.exists(file)) ListFile.write(file, rows);
    return file;
  }

  /// A list without records.
  CallingList freshList(String name) {
    var fields =
        new Fields(
            List.of(
                Field.of("Account", FieldType.ACCOUNT),
                Field.phone("Mobile", NumberKind.MOBILE).asKey(),
                Field.of("First name", FieldType.FIRST_NAME),
                Field.of("Last name", FieldType.LAST_NAME),
                Field.of("City", FieldType.OTHER),
                Field.of("Zone", FieldType.TIME_ZONE)),
            null);
    var made =
        new CallingList(
            new ListId(IDS.next()),
            name,
            "DE",
            ZoneId.of("Europe/Berlin"),
            fields,
            90,
            Instant.now());
    if (!new ListStore(database).add(workspace, made)) throw new IllegalStateException(name);
    return made;
  }

  /// The list with all records. Whoever asks first waits until they are in it.
  CallingList list() throws Exception {
    if (list == null) {
      new ImportBench(this, size).warmUp(size.records() / FEWER_FOR_WARMTH);
      keep(new ImportBench(this, size).bring("All", size.records()).list());
    }
    return java.util.Objects.requireNonNull(list);
  }

  /// This list is the one of the parts that follow.
  void keep(CallingList full) {
    list = full;
  }

  /// A stopped campaign that may call at all hours.
  Campaign campaign(String name) {
    var hours =
        new CallingHours(
            List.of(
                new Schedule(
                    Hours.daily(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT),
                    List.of(NumberKind.MOBILE))),
            Holidays.NONE);
    var usual = CampaignRules.usual(ZoneOffset.UTC);
    var rules =
        new CampaignRules(
            hours,
            usual.centre(),
            usual.limits(),
            usual.strategy(),
            usual.dialRules(),
            usual.safeHours(),
            usual.postalZones(),
            usual.localRules(),
            usual.quotas(),
            usual.rescheduleOutsideHours());
    var campaign =
        new Campaign(
            new CampaignId(IDS.next()),
            name,
            Campaign.Mode.PREVIEW,
            new org.hiwar.workspace.ServiceId(calls),
            Campaign.State.STOPPED,
            true,
            Duration.ofSeconds(30),
            CampaignSettings.USUAL.with(rules),
            Instant.now());
    new CampaignStore(database, new ServiceStore(database), JsonMapper.shared())
        .add(workspace, campaign);
    return campaign;
  }

  /// A trunk and a number for the calls of a campaign, and all agents for its records. They
  /// telephone with numbers of their own, which nobody calls here.
  void telephony(Campaign campaign) throws Exception {
    long trunk = IDS.next();
    long number = IDS.next();
    slowly(
        """
        insert into trunk (workspace, id, name, position, host, port, transport, registers, checked, follows_redirects)
        values (%s, %d, 'Bench', 1, '127.7.9.9', 5060, 'UDP', false, false, false)\
        """
            .formatted(workspace, trunk),
        "insert into phone_number (workspace, id, trunk, number, service) values (%s, %d, %d, '+4930901829', %d)"
            .formatted(workspace, number, trunk, calls),
        "insert into service_voice (workspace, service, caller_id, recording) values (%s, %d, %d, 'OFF')"
            .formatted(workspace, calls, number),
        "insert into agent_device (workspace, agent, kind, number) select workspace, id, 'NUMBER',"
            + " '+4930901830' from app_user where 'AGENT' = any(roles)",
        "insert into user_skill (workspace, user_id, skill, level) select workspace, id, %s, 50 from app_user where 'AGENT' = any(roles)"
            .formatted(campaign.id()));
  }

  /// Gives the records of a list their places in a campaign; how many seconds that took.
  double bind(Campaign campaign, CallingList full) {
    var lists = new CampaignListStore(database, JsonMapper.shared());
    var bound = new BoundList(full.id(), true, 1, 1, List.of(), List.of());
    long from = System.nanoTime();
    new CampaignRecordStore(access, lists, Clock.systemUTC()).bind(workspace, campaign.id(), bound);
    return (System.nanoTime() - from) / 1e9;
  }

  /// Statements that take as long as they take, on a connection of their own.
  void slowly(String... statements) throws Exception {
    try (var db = access.unlimited().getConnection();
        var statement = db.createStatement()) {
      statement.execute("select set_config('hiwar.workspace', '" + workspace + "', false)");
      for (var one : statements) statement.execute(one);
    }
  }

  @Override
  public void close() throws Exception {
    pool.close();
    client.shutdownNow();
    hiwar.close();
    org.springframework.util.FileSystemUtils.deleteRecursively(folder);
  }
}
