package org.hiwar.campaign.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.RecordId;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.DatabaseAccess;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Counts what happened with records, and lists it.
@Component
public class ReportStore {
  /// The campaigns that are meant: the indexes begin with them.
  private static final String ASKED =
      """
      with asked as (select id from campaign where workspace = :workspace and (:campaign::bigint is null or id = :campaign))
      """;

  /// What happened, in the words of reports.
  private static final String HAPPENED =
      ASKED
          + """
          , happened as (
            select e.id, e.at, e.kind, e.campaign, e.list, e.record, e.agent, e.team, e.reviewed_ms
            from asked join record_event e on e.workspace = :workspace and e.campaign = asked.id and e.at >= :from and e.at < :to
            where e.kind in ('PREVIEWED', 'SKIPPED', 'COMPLETED', 'REJECTED', 'OFFER_EXPIRED', 'OFFER_LOST', 'LOST')
            union all
            select a.id, a.started_at, case when a.answered_at is null then 'ATTEMPT' else 'ANSWERED' end, a.campaign, a.list, a.record,
              a.agent, a.team, null
            from asked join call_attempt a on a.workspace = :workspace and a.campaign = asked.id and a.started_at >= :from and a.started_at < :to
          ),
          chosen as (
            select * from happened where (:list::bigint is null or list = :list)
            and (:agent::bigint is null or agent = :agent) and (:team::bigint is null or team = :team)
          )
          """;

  /// As many rows as a page has, from the newest of a campaign on: nothing older is read.
  private static final String NEWEST =
      """
      and e.at >= :from and e.at < :to
      and (:after::timestamptz is null or e.at <= :after and (e.at, e.id) < (:after, :afterId))
      and (:list::bigint is null or e.list = :list) and (:agent::bigint is null or e.agent = :agent)
      and (:team::bigint is null or e.team = :team)
      order by e.at desc, e.id desc limit :limit
      """;

  /// A year of a large centre takes seconds to count; nobody else waits for its connection.
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Database database;

  public ReportStore(DatabaseAccess access) {
    this.database = new Database(access.limited(LONGEST));
  }

  public enum By {
    AGENT,
    TEAM,
    CAMPAIGN,
    LIST,
    INTERVAL
  }

  /// By name, intervals by time. `interval` is used for INTERVAL alone.
  public List<ReportLine> lines(
      WorkspaceId workspace, ReportFilter filter, By by, Duration interval) {
    var counted =
        """
        , counted as (
          select %s key, count(*) filter (where kind = 'PREVIEWED') previewed, count(*) filter (where kind = 'COMPLETED') completed,
            count(*) filter (where kind = 'SKIPPED') skipped, count(*) filter (where kind = 'REJECTED') rejected,
            count(*) filter (where kind = 'OFFER_EXPIRED') expired, count(*) filter (where kind in ('OFFER_LOST', 'LOST')) lost,
            (avg(reviewed_ms) filter (where kind = 'PREVIEWED'))::bigint average,
            count(*) filter (where kind in ('ATTEMPT', 'ANSWERED')) attempts, count(*) filter (where kind = 'ANSWERED') answered
          from chosen where %s is not null or %s group by 1)
        select counted.*, %s name from counted order by name nulls last, key\
        """
            .formatted(key(by), key(by), by == By.TEAM, name(by));
    return database.in(
        workspace.value(),
        db ->
            filtered(db.sql(HAPPENED + counted), workspace, filter)
                .param("seconds", interval.toSeconds())
                .query(ReportStore::line)
                .list());
  }

  private static String key(By by) {
    return switch (by) {
      case AGENT -> "agent";
      case TEAM -> "team";
      case CAMPAIGN -> "campaign";
      case LIST -> "list";
      case INTERVAL ->
          "extract(epoch from date_bin(make_interval(secs => :seconds), at, :from))::bigint";
    };
  }

  private static String name(By by) {
    return switch (by) {
      case AGENT -> named("app_user");
      case TEAM -> named("team");
      case CAMPAIGN -> named("campaign");
      case LIST -> named("calling_list");
      case INTERVAL -> "null::text";
    };
  }

  private static String named(String table) {
    return "(select n.name from "
        + table
        + " n where n.workspace = :workspace and n.id = counted.key)";
  }

  private static ReportLine line(ResultSet row, int number) throws SQLException {
    long previewed = row.getLong("previewed");
    long skipped = row.getLong("skipped");
    return new ReportLine(
        row.getString("key"),
        row.getString("name"),
        previewed,
        row.getLong("completed"),
        skipped,
        previewed == 0 ? null : (double) skipped / previewed,
        row.getLong("rejected"),
        row.getLong("expired"),
        row.getLong("lost"),
        row.getObject("average", Long.class),
        row.getLong("attempts"),
        row.getLong("answered"));
  }

  /// Where a page of rows begins: behind this one.
  public record After(Instant at, long id) {}

  /// The newest first.
  public List<ReportRow> rows(
      WorkspaceId workspace, ReportFilter filter, @Nullable After after, int limit) {
    var page =
        """
        , page as (select newest.* from asked cross join lateral (
          (select e.id, e.at, e.kind, e.campaign, e.list, e.record, e.agent, e.team, e.reviewed_ms from record_event e
            where e.workspace = :workspace and e.campaign = asked.id
              and e.kind in ('SKIPPED', 'COMPLETED', 'REJECTED', 'OFFER_EXPIRED')
            %s)
          union all
          (select e.id, e.at, e.kind, e.campaign, e.list, e.record, e.agent, e.team, null
            from (select *, started_at at, case when answered_at is null then 'ATTEMPT' else 'ANSWERED' end kind from call_attempt) e
            where e.workspace = :workspace and e.campaign = asked.id
            %s)) newest order by at desc, id desc limit :limit)
        select page.id, page.at, case when page.kind = 'ANSWERED' then 'ATTEMPT' else page.kind end kind, page.campaign campaign_id, page.record, c.name campaign,
          coalesce(l.name, '') list, coalesce(nullif(concat_ws(' ', r.first_name, r.last_name), ''), r.company, '') customer,
          a.number, u.name agent, t.name team, coalesce(a.automatic, e.automatic) automatic, a.result, disposition_name(:workspace, coalesce(a.disposition, e.disposition), coalesce(a.ended_at, page.at)) disposition,
          extract(epoch from a.ended_at - a.answered_at)::bigint talked, page.reviewed_ms, coalesce(a.notes, e.notes, e.reason, '') notes
        from page join campaign c on c.workspace = :workspace and c.id = page.campaign
          left join calling_list l on l.workspace = :workspace and l.id = page.list
          left join calling_record r on r.workspace = :workspace and r.id = page.record
          left join call_attempt a on a.workspace = :workspace and a.id = page.id and page.kind in ('ATTEMPT', 'ANSWERED')
          left join record_event e on e.workspace = :workspace and e.id = page.id and page.kind not in ('ATTEMPT', 'ANSWERED')
          left join app_user u on u.workspace = :workspace and u.id = page.agent
          left join team t on t.workspace = :workspace and t.id = page.team
        order by page.at desc, page.id desc\
        """
            .formatted(NEWEST, NEWEST);
    return database.in(
        workspace.value(),
        db ->
            filtered(db.sql(ASKED + page), workspace, filter)
                .param("after", after == null ? null : after.at().atOffset(ZoneOffset.UTC))
                .param("afterId", after == null ? 0 : after.id())
                .param("limit", limit)
                .query(ReportStore::row)
                .list());
  }

  private static JdbcClient.StatementSpec filtered(
      JdbcClient.StatementSpec sql, WorkspaceId workspace, ReportFilter filter) {
    var campaign = filter.campaign();
    var list = filter.list();
    var agent = filter.agent();
    var team = filter.team();
    return sql.param("workspace", workspace.value())
        .param("from", filter.from().atOffset(ZoneOffset.UTC))
        .param("to", filter.to().atOffset(ZoneOffset.UTC))
        .param("campaign", campaign == null ? null : campaign.value())
        .param("list", list == null ? null : list.value())
        .param("agent", agent == null ? null : agent.value())
        .param("team", team == null ? null : team.value());
  }

  private static ReportRow row(ResultSet row, int number) throws SQLException {
    return new ReportRow(
        row.getString("id"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        ReportRow.Kind.valueOf(row.getString("kind")),
        new CampaignId(row.getLong("campaign_id")),
        new RecordId(row.getLong("record")),
        row.getString("campaign"),
        row.getString("list"),
        row.getString("customer"),
        row.getString("number"),
        row.getString("agent"),
        row.getString("team"),
        row.getBoolean("automatic"),
        row.getString("result"),
        row.getString("disposition"),
        row.getObject("talked", Long.class),
        row.getObject("reviewed_ms", Long.class),
        row.getString("notes"));
  }
}
