package org.hiwar.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
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

  /// Places of records that came after a list was sorted: behind all others.
  private static final long LATER = 1L << 40;

  private static final String AGENT =
      "(select u.id from app_user u where u.workspace = r.workspace and u.login ="
          + " lower(r.agent_login))";

  private final Database patient;
  private final CampaignListStore lists;
  private final Clock clock;

  public CampaignRecordStore(DatabaseAccess access, CampaignListStore lists, Clock clock) {
    this.patient = new Database(access.limited(LONGEST));
    this.lists = lists;
    this.clock = clock;
  }

  /// Makes the rows of a bound list what its filter and sort say: missing ones are added, those
  /// that no longer match are taken away, or finished when something was done with them. Returns
  /// how many were added or changed their place.
  public int apply(WorkspaceId workspace, CampaignId campaign, BoundList bound) {
    var now = clock.instant();
    return patient.in(
        workspace.value(),
        db -> {
          lock(db, workspace, campaign, bound.list());
          int placed = insert(db, workspace, campaign, bound, now);
          drop(db, workspace, campaign, bound, now);
          return placed;
        });
  }

  private static void lock(
      JdbcClient db, WorkspaceId workspace, CampaignId campaign, ListId list) {
    db.sql(
            """
            select 1 from campaign_list where workspace = ? and campaign = ? and list = ? for update\
            """)
        .params(workspace.value(), campaign.value(), list.value())
        .query(Integer.class)
        .optional();
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
            insert into campaign_record (workspace, campaign, record, list, sort, priority, not_before, only_agent, changed_at)
            select r.workspace, c.id, r.id, r.list, %s, r.priority, r.call_at, case when r.agent_login is not null then %s end, :now
            from calling_record r join campaign c on c.workspace = r.workspace and c.id = :campaign
            where r.workspace = :workspace and r.list = :list and %s
            on conflict (workspace, campaign, record) do update set sort = excluded.sort,
              status = case when campaign_record.result = 'FILTERED' then 'AVAILABLE' else campaign_record.status end,
              result = case when campaign_record.result = 'FILTERED' then null else campaign_record.result end,
              changed_at = excluded.changed_at
            where campaign_record.sort <> excluded.sort or campaign_record.result = 'FILTERED'\
            """
                .formatted(place, AGENT, condition))
        .param("workspace", workspace.value())
        .param("campaign", campaign.value())
        .param("list", bound.list().value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .params(fields.parameters())
        .update();
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

  /// Takes a list out of a campaign. What was done with its records stays in the history.
  public void remove(WorkspaceId workspace, CampaignId campaign, ListId list) {
    patient.in(
        workspace.value(),
        db ->
            db.sql("delete from campaign_record where workspace = ? and campaign = ? and list = ?")
                .params(workspace.value(), campaign.value(), list.value())
                .update());
  }

  /// Takes over records that were added to a list or changed in it, within the transaction `db` of
  /// whoever changed them: into every campaign that uses the list. Returns for how many.
  public int changed(
      JdbcClient db, WorkspaceId workspace, ListId list, Collection<RecordId> records) {
    var ids = records.stream().map(RecordId::value).distinct().toArray(Long[]::new);
    int rows = 0;
    for (var campaign : lists.campaigns(workspace, list)) {
      var bound = lists.find(workspace, campaign, list);
      if (bound.isPresent()) rows += take(db, workspace, campaign, bound.get(), ids);
    }
    return rows;
  }

  private int take(
      JdbcClient db, WorkspaceId workspace, CampaignId campaign, BoundList bound, Long[] records) {
    var fields = new RecordFields();
    var condition = fields.condition(bound.filter());
    return db.sql(
            """
            insert into campaign_record (workspace, campaign, record, list, sort, priority, not_before, only_agent, changed_at)
            select r.workspace, :campaign, r.id, r.list, r.position + :later, r.priority, r.call_at, case when r.agent_login is not null then %s end, :now
            from calling_record r where r.workspace = :workspace and r.list = :list and r.id = any(:records) and %s
            on conflict (workspace, campaign, record) do update set priority = excluded.priority,
              not_before = excluded.not_before, only_agent = excluded.only_agent, changed_at = excluded.changed_at
            where campaign_record.status = 'AVAILABLE' and campaign_record.attempts = 0 and campaign_record.skips = 0\
            """
                .formatted(AGENT, condition))
        .param("workspace", workspace.value())
        .param("campaign", campaign.value())
        .param("list", bound.list().value())
        .param("later", bound.sort().isEmpty() ? 0 : LATER)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("records", records)
        .params(fields.parameters())
        .update();
  }
}
