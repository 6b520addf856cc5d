package org.hiwar.campaign.preview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hiwar.campaign.BoundList;
import org.hiwar.campaign.Campaign;
import org.hiwar.campaign.CampaignListStore;
import org.hiwar.campaign.CampaignRecordStore;
import org.hiwar.campaign.CampaignStore;
import org.hiwar.campaign.QuotaCounts;
import org.hiwar.campaign.SuccessStore;
import org.hiwar.campaign.list.CallingList;
import org.hiwar.campaign.list.CallingRecord;
import org.hiwar.campaign.list.DoNotCallStore;
import org.hiwar.campaign.list.Fields;
import org.hiwar.campaign.list.ListStore;
import org.hiwar.campaign.list.RecordStore;
import org.hiwar.campaign.preview.Tables.Forbidden;
import org.hiwar.campaign.preview.Tables.Held;
import org.hiwar.campaign.preview.Tables.Noted;
import org.hiwar.campaign.preview.Tables.Shown;
import org.hiwar.campaign.preview.Tables.Stopped;
import org.hiwar.campaign.preview.Tables.Tried;
import org.hiwar.campaign.preview.Tables.Won;
import org.hiwar.campaign.rule.NextCall;
import org.hiwar.floor.store.FloorStore;
import org.hiwar.floor.store.TestStores;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.testing.SimulatedDatabase;
import org.hiwar.workspace.DispositionStore;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Service;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// The same in PostgreSQL, by the stores themselves: what memory says of their statements is held
/// to what they do.
final class PgGround implements Ground {
  private static final JsonMapper JSON = JsonMapper.shared();
  private final WorkspaceId workspace = SimulatedDatabase.freshWorkspace();
  private final Database real = SimulatedDatabase.database();
  private final Stores stores;
  private final CampaignStore campaigns;
  private final CampaignRecordStore places;
  private final RecordStore records;
  private final Clock clock;
  private final List<Campaign> all = new ArrayList<>();

  PgGround(MemoryDatabase.Around around, Clock clock, Ids ids) {
    this.clock = clock;
    var database = new MemoryDatabase(real, around);
    var services = new ServiceStore(database);
    var lists = new CampaignListStore(database, JSON);
    var never = new DoNotCallStore(clock);
    this.records = new RecordStore(real);
    this.campaigns = new CampaignStore(real, new ServiceStore(real), JSON);
    this.places =
        new CampaignRecordStore(
            SimulatedDatabase.access(), new CampaignListStore(real, JSON), clock);
    this.stores =
        new Stores(
            database,
            new CampaignStore(database, services, JSON),
            lists,
            new DispositionStore(database),
            never,
            new CandidateStore(records, never, new QuotaCounts(new SuccessStore(JSON))),
            new HopperStore(),
            new PreviewStore(database, JSON, ids),
            new AttemptStore(database, JSON),
            new RecordFateStore(),
            new SuccessStore(JSON),
            new PreviewGuardStore(JSON));
    fill();
  }

  private void fill() {
    new ServiceStore(real).add(workspace, service());
    for (var result : World.RESULTS) new DispositionStore(real).add(workspace, result);
    var known = new World.Lists();
    for (var bound : World.LISTS)
      new ListStore(real)
          .add(
              workspace,
              new CallingList(
                  bound.list(),
                  known.name(bound.list().value()),
                  "DE",
                  known.zone(bound.list().value()),
                  Fields.usual("Mobile", "First", "Last"),
                  0,
                  clock.instant()));
    for (var list : known.never())
      run(
          """
          insert into do_not_call_list (workspace, id, name, kind, expires_days, everywhere, fed)
          values (:workspace, :id, :id::text, :kind, :days, true, :fed)\
          """,
          Map.of(
              "id",
              list.id().value(),
              "kind",
              list.kind().name(),
              "days",
              list.days(),
              "fed",
              list.fed()));
  }

  private static Service service() {
    var second = java.time.Duration.ofSeconds(1);
    return new Service(
        World.CALLS,
        "Calls",
        Medium.VOICE,
        false,
        second,
        second,
        second,
        false,
        second,
        second,
        java.time.Duration.ofMinutes(10),
        java.time.Duration.ofDays(1),
        false);
  }

  private void run(String sql, Map<String, ?> values) {
    real.in(
        workspace.value(),
        db -> db.sql(sql).param("workspace", workspace.value()).params(values).update());
  }

  @Override
  public WorkspaceId workspace() {
    return workspace;
  }

  @Override
  public Stores stores() {
    return stores;
  }

  @Override
  public FloorStore floor(PreviewParts parts, PreviewGuard guard) {
    return TestStores.simulated(workspace, clock::instant, parts, guard);
  }

  @Override
  public void set(Campaign campaign, boolean fresh) {
    if (!fresh) {
      campaigns.change(workspace, campaign);
      campaigns.setState(workspace, campaign.id(), campaign.state());
      places.reconsider(workspace, campaign.id());
      return;
    }
    all.add(campaign);
    campaigns.add(workspace, campaign);
    for (BoundList bound : World.LISTS)
      new CampaignListStore(real, JSON).set(workspace, campaign.id(), bound);
  }

  @Override
  public void set(Campaign campaign, Campaign.State state) {
    campaigns.setState(workspace, campaign.id(), state);
  }

  @Override
  public void bring(CallingRecord record) {
    real.in(
        workspace.value(),
        db -> {
          records.add(workspace, record);
          rewrite(db, record);
          places.changed(db, workspace, record.list(), new long[] {record.id().value()});
          return record;
        });
  }

  @Override
  public void replace(CallingRecord record) {
    long id = record.id().value();
    real.in(
        workspace.value(),
        db -> {
          rewrite(db, record);
          places.changed(db, workspace, record.list(), new long[] {id});
          return record;
        });
  }

  private void rewrite(JdbcClient db, CallingRecord record) {
    db.sql(
            """
            update calling_record set position = :id, zone = :zone, postal_code = :code, priority = :priority, call_at = :at, expires_at = :expires
            where workspace = :workspace and id = :id\
            """)
        .param("zone", record.zone() == null ? null : record.zone().getId())
        .param("code", record.postalCode())
        .param("priority", record.priority())
        .param("at", SqlTime.at(record.callAt()))
        .param("expires", SqlTime.at(record.expiresAt()))
        .param("workspace", workspace.value())
        .param("id", record.id().value())
        .update();
    run(
        "delete from record_number where workspace = :workspace and record = :id",
        Map.of("id", record.id().value()));
    for (var n : record.numbers())
      db.sql("insert into record_number values (?, ?, ?, ?, ?, ?, ?)")
          .param(workspace.value())
          .param(record.id().value())
          .param(n.position())
          .param(n.kind().name())
          .param(n.number())
          .param(n.region())
          .param(n.zone() == null ? null : n.zone().getId())
          .update();
  }

  @Override
  public void leave(CallingRecord record) {
    long id = record.id().value();
    real.in(
        workspace.value(),
        db -> {
          if (places.leaving(db, workspace, record.list(), new long[] {id}).length == 0)
            run(
                "delete from calling_record where workspace = :workspace and id = :id",
                Map.of("id", id));
          return record;
        });
  }

  @Override
  public void forbid(World.Never list, String value) {
    real.in(
        workspace.value(),
        db -> {
          new DoNotCallStore(clock).add(db, workspace, list.id(), value, "");
          return list;
        });
  }

  private interface Reader {
    Object of(ResultSet row) throws SQLException;
  }

  private void read(List<String> into, String table, Reader reader) {
    real.in(
        workspace.value(),
        db ->
            into.addAll(
                db.sql("select * from " + table + " where workspace = ?")
                    .param(workspace.value())
                    .query((row, _) -> reader.of(row).toString())
                    .list()));
  }

  @Override
  public List<String> digest() {
    var lines = new ArrayList<String>();
    read(lines, "campaign_record", PgGround::held);
    read(lines, "preview", PgGround::shown);
    read(lines, "call_attempt", PgGround::tried);
    read(
        lines,
        "stopped_number",
        r -> new Stopped(r.getLong("campaign"), r.getLong("record"), r.getInt("position")));
    read(
        lines,
        "do_not_call_entry",
        r ->
            new Forbidden(
                r.getLong("list"), r.getString("value"), SqlTime.instant(r, "expires_at")));
    read(lines, "record_event", PgGround::noted);
    read(lines, "campaign_success", PgGround::won);
    lines.sort(String::compareTo);
    return lines;
  }

  private static @Nullable Long id(ResultSet row, String column) throws SQLException {
    return SqlTime.id(row, column, value -> value);
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(SqlTime.instant(row, column));
  }

  private static Held held(ResultSet r) throws SQLException {
    return new Held(
        r.getLong("campaign"),
        r.getLong("record"),
        r.getLong("list"),
        Standing.Status.valueOf(r.getString("status")),
        r.getLong("sort"),
        r.getInt("priority"),
        SqlTime.instant(r, "not_before"),
        SqlTime.instant(r, "until"),
        r.getString("number"),
        id(r, "only_agent"),
        id(r, "avoid_agent"),
        r.getInt("skips"),
        r.getInt("attempts"),
        id(r, "disposition"),
        r.getString("result"),
        r.getBoolean("aside"));
  }

  private static Shown shown(ResultSet r) throws SQLException {
    var seen = r.getString("seen");
    var wish = r.getString("next_call");
    return new Shown(
        r.getLong("id"),
        r.getLong("campaign"),
        r.getLong("record"),
        r.getString("state"),
        id(r, "agent"),
        at(r, "claimed_at"),
        SqlTime.instant(r, "offered_at"),
        SqlTime.instant(r, "accepted_at"),
        r.getBoolean("automatic"),
        SqlTime.instant(r, "timer_until"),
        r.getString("timer_stopped"),
        id(r, "reviewed_ms"),
        id(r, "interaction"),
        id(r, "conversation"),
        seen == null ? null : JSON.readValue(seen, Seen.class),
        wish == null ? null : JSON.readValue(wish, NextCall.class),
        r.getString("outcome"),
        SqlTime.instant(r, "ended_at"),
        r.getBoolean("settled"));
  }

  private static Tried tried(ResultSet r) throws SQLException {
    var position = id(r, "position");
    return new Tried(
        r.getLong("id"),
        r.getLong("campaign"),
        r.getLong("record"),
        r.getLong("preview"),
        position == null ? null : position.intValue(),
        r.getString("number"),
        r.getLong("agent"),
        r.getBoolean("automatic"),
        id(r, "interaction"),
        at(r, "started_at"),
        SqlTime.instant(r, "answered_at"),
        SqlTime.instant(r, "ended_at"),
        r.getString("result"),
        id(r, "disposition"),
        r.getString("notes"),
        r.getString("applied"));
  }

  @SuppressWarnings("unchecked")
  private static Won won(ResultSet r) throws SQLException {
    return new Won(
        r.getLong("campaign"),
        r.getLong("record"),
        r.getLong("list"),
        r.getLong("disposition"),
        JSON.readValue(r.getString("fields"), Map.class));
  }

  private static Noted noted(ResultSet r) throws SQLException {
    return new Noted(
        at(r, "at"),
        r.getString("kind"),
        r.getLong("campaign"),
        r.getLong("record"),
        id(r, "preview"),
        id(r, "agent"),
        r.getBoolean("automatic"),
        id(r, "reviewed_ms"),
        id(r, "disposition"),
        id(r, "attempt"),
        r.getString("reason"),
        r.getString("notes"));
  }

  @Override
  public void close() {}
}
