package org.hiwar.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.DatabaseAccess;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Where each record stands in each campaign: the rows come with a list and go with it.
///
/// What a record brings (priority, an agent of its own, a time before which it must not be called)
/// is taken over as long as nothing was done with it.
@Component
public class CampaignRecordStore {
  /// A list of a million records takes less than a minute.
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /// So many new places the planner is told of at once; it would go on planning with none.
  private static final int MANY = 1_000;

  /// Places of records that came after a list was sorted: behind all others.
  private static final long LATER = 1L << 40;

  private static final String AGENT =
      "(select u.id from app_user u where u.workspace = r.workspace and u.login ="
          + " lower(r.agent_login))";

  private static final String PLACED_ALREADY =
      """
      on conflict (workspace, campaign, record) do update set sort = excluded.sort, changed_at = :now,
        status = case when k.result = 'FILTERED' then 'AVAILABLE' else k.status end,
        result = case when k.result = 'FILTERED' then null else k.result end
        where k.status <> 'HANDED' and (k.sort <> excluded.sort or k.result = 'FILTERED')\
      """;

  private final Database patient;
  private final CampaignListStore lists;
  private final Clock clock;

  public CampaignRecordStore(DatabaseAccess access, CampaignListStore lists, Clock clock) {
    this.patient = new Database(access.limited(LONGEST));
    this.lists = lists;
    this.clock = clock;
  }

  /// Binds a list, or changes how it is used, and makes its rows what filter and sort say: missing
  /// ones are added, those that no longer match are taken away, or finished when something was done
  /// with them. All of it or nothing, one binding of a list at a time: of two, the later one counts
  /// whole. False when there is no such list, or no such campaign, any more.
  public boolean bind(WorkspaceId workspace, CampaignId campaign, BoundList wish) {
    var now = clock.instant();
    var placed =
        patient.in(
            workspace.value(),
            db -> {
              if (!lock(db, workspace, campaign, wish.list())) return OptionalInt.empty();
              var before = lists.find(db, workspace, campaign, wish.list());
              lists.set(db, workspace, campaign, wish);
              if (before.isPresent() && before.get().places(wish)) return OptionalInt.of(0);
              int some = insert(db, workspace, campaign, wish, now);
              drop(db, workspace, campaign, wish, now);
              return OptionalInt.of(some);
            });
    if (placed.orElse(0) >= MANY)
      patient.in(workspace.value(), db -> db.sql("analyze campaign_record").update());
    return placed.isPresent();
  }

  /// Nobody imports into the list, removes it, binds it, or takes it out of the campaign meanwhile,
  /// and nobody removes the campaign. False when one of them is gone. Whole lists are joined by
  /// hashing: rows that have just come are not in the planner's statistics, and it would look each
  /// of them up among all.
  private static boolean lock(
      JdbcClient db, WorkspaceId workspace, CampaignId campaign, ListId list) {
    db.sql("set local enable_nestloop = off").update();
    return isThere(
            db,
            "select 1 from calling_list where workspace = ? and id = ? for no key update",
            workspace,
            list.value())
        && isThere(
            db,
            "select 1 from campaign where workspace = ? and id = ? for key share",
            workspace,
            campaign.value());
  }

  private static boolean isThere(JdbcClient db, String lock, WorkspaceId workspace, long id) {
    return db.sql(lock).params(workspace.value(), id).query(Integer.class).optional().isPresent();
  }

  private static int insert(
      JdbcClient db, WorkspaceId workspace, CampaignId campaign, BoundList bound, Instant now) {
    var fields = new RecordFields();
    var condition = fields.condition(bound.filter());
    var place =
        bound.sort().isEmpty()
            ? "r.position"
            : "row_number() over (order by " + fields.order(bound.sort()) + ")";
    return db.sql(
            """
            insert into campaign_record as k (workspace, campaign, record, list, sort, priority, not_before, only_agent, changed_at)
            select r.workspace, :campaign, r.id, r.list, %s, r.priority, r.call_at, case when r.agent_login is not null then %s end, :now
            from calling_record r where r.workspace = :workspace and r.list = :list and %s
            """
                    .formatted(place, AGENT, condition)
                + (isEmpty(db, workspace, campaign) ? "" : PLACED_ALREADY))
        .param("workspace", workspace.value())
        .param("campaign", campaign.value())
        .param("list", bound.list().value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .params(fields.parameters())
        .update();
  }

  /// A campaign without records: none of them has to be looked for before it gets its place.
  private static boolean isEmpty(JdbcClient db, WorkspaceId workspace, CampaignId campaign) {
    return db.sql(
            "select not exists (select from campaign_record where workspace = ? and campaign = ?)")
        .params(workspace.value(), campaign.value())
        .query(Boolean.class)
        .single();
  }

  private static void drop(
      JdbcClient db, WorkspaceId workspace, CampaignId campaign, BoundList bound, Instant now) {
    if (bound.filter().isEmpty()) return;
    var fields = new RecordFields();
    var condition = fields.condition(bound.filter());
    var beyond =
        """
        from calling_record r where r.workspace = k.workspace and r.id = k.record and k.workspace = :workspace
        and k.campaign = :campaign and k.list = :list and k.status in ('AVAILABLE', 'WAITING', 'RESCHEDULED') and not (%s)
        """
            .formatted(condition);
    for (var statement :
        new String[] {
          "delete from campaign_record k using"
              + beyond.substring("from".length())
              + " and k.attempts = 0 and k.skips = 0",
          "update campaign_record k set status = 'FINAL', result = 'FILTERED', changed_at = :now "
              + beyond
        })
      db.sql(statement)
          .param("workspace", workspace.value())
          .param("campaign", campaign.value())
          .param("list", bound.list().value())
          .param("now", now.atOffset(ZoneOffset.UTC))
          .params(fields.parameters())
          .update();
  }

  /// The rules are others now: what was put aside because the old ones did not allow a call is
  /// looked at again.
  public int reconsider(WorkspaceId workspace, CampaignId campaign) {
    return patient.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    update campaign_record set not_before = :now, aside = false
                    where workspace = :workspace and campaign = :campaign and aside and not_before > :now
                      and status in ('WAITING', 'RESCHEDULED')\
                    """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("workspace", workspace.value())
                .param("campaign", campaign.value())
                .update());
  }

  /// Takes a list out of a campaign. What was done with its records stays in the history. False
  /// when some are handed out: then nothing has happened.
  public boolean remove(WorkspaceId workspace, CampaignId campaign, ListId list) {
    try {
      return patient.in(
          workspace.value(),
          db -> {
            if (!lock(db, workspace, campaign, list)) return true;
            delete(db, "campaign_record", " and status <> 'HANDED'", workspace, campaign, list);
            if (someLeft(db, workspace, campaign, list)) throw new HandedOut();
            delete(db, "campaign_list", "", workspace, campaign, list);
            return true;
          });
    } catch (HandedOut _) {
      return false;
    }
  }

  /// Takes back what the transaction has done: a record may be handed out until its row is gone, so
  /// only what is left says whether one was.
  private static final class HandedOut extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static void delete(
      JdbcClient db,
      String table,
      String which,
      WorkspaceId workspace,
      CampaignId campaign,
      ListId list) {
    db.sql("delete from " + table + " where workspace = ? and campaign = ? and list = ?" + which)
        .params(workspace.value(), campaign.value(), list.value())
        .update();
  }

  private static boolean someLeft(
      JdbcClient db, WorkspaceId workspace, CampaignId campaign, ListId list) {
    return db.sql(
            """
            select exists (select from campaign_record where workspace = ? and campaign = ? and list = ?)\
            """)
        .params(workspace.value(), campaign.value(), list.value())
        .query(Boolean.class)
        .single();
  }

  /// Whether any campaign uses the list; in a transaction of somebody else, as the two below.
  public boolean follows(JdbcClient db, WorkspaceId workspace, ListId list) {
    return db.sql("select exists (select from campaign_list where workspace = ? and list = ?)")
        .params(workspace.value(), list.value())
        .query(Boolean.class)
        .single();
  }

  /// Takes over records that have come or were changed, into every campaign that uses the list.
  public void changed(JdbcClient db, WorkspaceId workspace, ListId list, long[] records) {
    for (var campaign : lists.campaigns(db, workspace, list)) {
      var bound = lists.find(db, workspace, campaign, list);
      if (bound.isPresent()) take(db, workspace, campaign, bound.get(), records);
    }
  }

  /// A record that somebody locks is being handed out, and keeps what it brought before.
  private void take(
      JdbcClient db, WorkspaceId workspace, CampaignId campaign, BoundList bound, long[] records) {
    var fields = new RecordFields();
    var condition = fields.condition(bound.filter());
    for (var statement :
        new String[] {
          """
          insert into campaign_record (workspace, campaign, record, list, sort, priority, not_before, only_agent, changed_at)
          select r.workspace, :campaign, r.id, r.list, r.position + :later, r.priority, r.call_at, case when r.agent_login is not null then %s end, :now
          from calling_record r where r.workspace = :workspace and r.list = :list and r.id = any(:records) and %s
          on conflict (workspace, campaign, record) do nothing
          """
              .formatted(AGENT, condition),
          """
          update campaign_record k set priority = r.priority, not_before = r.call_at, changed_at = :now,
            only_agent = case when r.agent_login is not null then %s end
          from calling_record r where r.workspace = :workspace and r.id = k.record and k.workspace = :workspace
            and k.campaign = :campaign and r.list = :list and k.record in
            (select record from campaign_record where workspace = :workspace and campaign = :campaign and record = any(:records)
             and status = 'AVAILABLE' and attempts = 0 and skips = 0 for update skip locked)
            and (k.priority, k.not_before) is distinct from (r.priority, r.call_at)
          """
              .formatted(AGENT)
        })
      db.sql(statement)
          .param("workspace", workspace.value())
          .param("campaign", campaign.value())
          .param("list", bound.list().value())
          .param("later", bound.sort().isEmpty() ? 0 : LATER)
          .param("now", clock.instant().atOffset(ZoneOffset.UTC))
          .param("records", records)
          .params(fields.parameters())
          .update();
  }

  /// Takes records out of the campaigns, except those that are handed out: these are answered.
  public long[] leaving(JdbcClient db, WorkspaceId workspace, ListId list, long[] records) {
    db.sql(
            """
            with idle as (select campaign, record from campaign_record
              where workspace = :workspace and list = :list and record = any(:records) and status <> 'HANDED'
              for update skip locked)
            delete from campaign_record k using idle
            where k.workspace = :workspace and k.campaign = idle.campaign and k.record = idle.record\
            """)
        .param("workspace", workspace.value())
        .param("list", list.value())
        .param("records", records)
        .update();
    return db
        .sql(
            """
            select distinct record from campaign_record
            where workspace = :workspace and list = :list and record = any(:records) order by record\
            """)
        .param("workspace", workspace.value())
        .param("list", list.value())
        .param("records", records)
        .query(Long.class)
        .list()
        .stream()
        .mapToLong(Long::longValue)
        .toArray();
  }
}
