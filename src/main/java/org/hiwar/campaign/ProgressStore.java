package org.hiwar.campaign;

import org.hiwar.platform.database.Database;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Counts the records of campaigns; of large ones now and then.
@Component
public class ProgressStore {
  private final Database database;
  private final RecentCounts<Of, Progress> recent =
      new RecentCounts<>(
          progress -> progress.lists().stream().mapToLong(Progress.OfList::total).sum(),
          System::nanoTime);

  private record Of(WorkspaceId workspace, CampaignId campaign) {}

  public ProgressStore(Database database) {
    this.database = database;
  }

  public Progress of(WorkspaceId workspace, CampaignId campaign) {
    return recent.of(new Of(workspace, campaign), () -> count(workspace, campaign));
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
                    .list()));
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
