package org.hiwar.campaign;

import java.util.List;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which do-not-call lists campaigns heed, beside those that hold everywhere: nobody else writes
/// it.
@Component
public class CampaignDoNotCallStore {
  private final Database database;

  public CampaignDoNotCallStore(Database database) {
    this.database = database;
  }

  /// `wholeRecord`: one matching number is enough to stop the record. `disposition`: what is
  /// written; null: the usual one.
  public record Bound(
      DoNotCallListId list, boolean wholeRecord, @Nullable DispositionId disposition) {}

  public List<Bound> of(WorkspaceId workspace, CampaignId campaign) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select list, whole_record, disposition from campaign_do_not_call
                    where workspace = ? and campaign = ? order by list\
                    """)
                .params(workspace.value(), campaign.value())
                .query(
                    (row, _) -> {
                      var disposition = row.getObject("disposition", Long.class);
                      return new Bound(
                          new DoNotCallListId(row.getLong("list")),
                          row.getBoolean("whole_record"),
                          disposition == null ? null : new DispositionId(disposition));
                    })
                .list());
  }

  /// Whether there is such a list.
  public boolean knows(WorkspaceId workspace, DoNotCallListId list) {
    return database.in(
        workspace.value(),
        db ->
            db.sql("select exists (select from do_not_call_list where workspace = ? and id = ?)")
                .params(workspace.value(), list.value())
                .query(Boolean.class)
                .single());
  }

  /// These and no others from now on.
  public void set(WorkspaceId workspace, CampaignId campaign, List<Bound> chosen) {
    database.in(
        workspace.value(),
        db -> {
          db.sql("delete from campaign_do_not_call where workspace = ? and campaign = ?")
              .params(workspace.value(), campaign.value())
              .update();
          for (var one : chosen) {
            var disposition = one.disposition();
            db.sql("insert into campaign_do_not_call values (?, ?, ?, ?, ?)")
                .param(workspace.value())
                .param(campaign.value())
                .param(one.list().value())
                .param(one.wholeRecord())
                .param(disposition == null ? null : disposition.value())
                .update();
          }
          return chosen;
        });
  }
}
