package org.hiwar.campaign;

import java.util.ArrayList;
import java.util.List;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.DatabaseAccess;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Counts the records of campaigns; of large ones now and then.
@Component
public class ProgressStore {
  private final Database database;
  private final CampaignListStore lists;
  private final QuotaCounts quotas;
  private final RecentCounts<Of, Progress> recent =
      new RecentCounts<>(
          progress -> progress.lists().stream().mapToLong(Progress.OfList::total).sum(),
          System::nanoTime);

  private record Of(WorkspaceId workspace, CampaignId campaign) {}

  public ProgressStore(DatabaseAccess access, CampaignListStore lists, QuotaCounts quotas) {
    this.database = new Database(access.limited(RecentCounts.LONGEST));
    this.lists = lists;
    this.quotas = quotas;
  }

  /// Quotas are counted each time: it costs next to nothing.
  public Progress of(WorkspaceId workspace, Campaign campaign) {
    return recent
        .of(new Of(workspace, campaign.id()), () -> count(workspace, campaign.id()))
        .with(quotas(workspace, campaign));
  }

  private List<Progress.OfQuota> quotas(WorkspaceId workspace, Campaign campaign) {
    var set = campaign.settings().rules().quotas();
    if (set.areNone()) return List.of();
    var enabled = enabled(workspace, campaign.id());
    var counted =
        database.in(workspace.value(), db -> quotas.read(db, workspace, campaign.id(), set));
    var all = new ArrayList<Progress.OfQuota>();
    for (int i = 0; i < set.quotas().size(); i++) {
      int place = i;
      int sum = enabled.stream().mapToInt(list -> counted.of(list).get(place)).sum();
      all.add(new Progress.OfQuota(set.quotas().get(i), sum));
    }
    return all;
  }

  private List<ListId> enabled(WorkspaceId workspace, CampaignId campaign) {
    return lists.of(workspace, campaign).stream()
        .filter(BoundList::enabled)
        .map(BoundList::list)
        .toList();
  }

  /// Whether every quota of the campaign is met, or one that is for all records.
  boolean enough(WorkspaceId workspace, Campaign campaign) {
    var all = quotas(workspace, campaign);
    return !all.isEmpty() && all.stream().allMatch(ProgressStore::isMet)
        || all.stream().anyMatch(one -> one.quota().field() == null && isMet(one));
  }

  private static boolean isMet(Progress.OfQuota one) {
    return one.successes() >= one.quota().most();
  }

  private Progress count(WorkspaceId workspace, CampaignId campaign) {
    return database.in(
        workspace.value(),
        db ->
            new Progress(
                db.sql(
                        """
                        select list, count(*) total, count(*) filter (where status <> 'FINAL') remaining,
                          count(*) filter (where status = 'WAITING' or status = 'AVAILABLE' and not_before is not null) waiting,
                          count(*) filter (where status = 'RESCHEDULED') rescheduled,
                          count(*) filter (where status = 'HANDED') handed,
                          count(*) filter (where status = 'FINAL') completed, coalesce(sum(attempts), 0) attempts
                        from campaign_record where workspace = ? and campaign = ? group by list order by list\
                        """)
                    .params(workspace.value(), campaign.value())
                    .query(
                        (row, _) ->
                            new Progress.OfList(
                                new ListId(row.getLong("list")),
                                row.getLong("total"),
                                row.getLong("remaining"),
                                row.getLong("waiting"),
                                row.getLong("rescheduled"),
                                row.getLong("handed"),
                                row.getLong("completed"),
                                row.getLong("attempts")))
                    .list(),
                db.sql(
                        """
                        select case when result is distinct from 'SKIPPED_TOO_OFTEN' then disposition end disposition,
                          case when disposition is null or result = 'SKIPPED_TOO_OFTEN' then result end code, status = 'FINAL' completed,
                          count(*) records
                        from campaign_record where workspace = ? and campaign = ? group by 1, 2, 3 order by records desc, 1, 2\
                        """)
                    .params(workspace.value(), campaign.value())
                    .query(
                        (row, _) -> {
                          var disposition = row.getObject("disposition", Long.class);
                          return new Progress.Result(
                              disposition == null ? null : new DispositionId(disposition),
                              row.getString("code"),
                              row.getBoolean("completed"),
                              row.getLong("records"));
                        })
                    .list(),
                List.of()));
  }

  /// Whether records have ended because agents skipped them as often as they may.
  boolean anySkippedTooOften(WorkspaceId workspace, CampaignId campaign) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select exists (select from campaign_record
                      where workspace = ? and campaign = ? and result = 'SKIPPED_TOO_OFTEN')\
                    """)
                .params(workspace.value(), campaign.value())
                .query(Boolean.class)
                .single());
  }

  /// Whether anything of the enabled lists is left to be called, now or later.
  boolean anyLeft(WorkspaceId workspace, CampaignId campaign) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select exists (select from campaign_record k join campaign_list l
                      on l.workspace = k.workspace and l.campaign = k.campaign and l.list = k.list and l.enabled
                      where k.workspace = ? and k.campaign = ? and k.status <> 'FINAL')\
                    """)
                .params(workspace.value(), campaign.value())
                .query(Boolean.class)
                .single());
  }
}
