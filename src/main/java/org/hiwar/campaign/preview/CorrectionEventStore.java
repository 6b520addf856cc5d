package org.hiwar.campaign.preview;

import java.time.Instant;
import java.util.List;
import org.hiwar.campaign.list.Correction.Change;
import org.hiwar.platform.Ids;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What the correction of a record leaves behind in campaigns, in its transaction.
@Component
public class CorrectionEventStore {
  private static final JsonMapper JSON = JsonMapper.shared();
  private final Ids ids;

  public CorrectionEventStore(Ids ids) {
    this.ids = ids;
  }

  /// What the agent of a preview looks at from now on.
  void sees(JdbcClient db, WorkspaceId workspace, Preview preview, Seen seen) {
    db.sql("update preview set seen = ?::jsonb where workspace = ? and id = ?")
        .params(JSON.writeValueAsString(seen), workspace.value(), preview.id().value())
        .update();
  }

  /// At this position there is another number, or none: that the one before was stopped is over in
  /// every campaign; and what was agreed on for it in this one, is for the new one.
  void renumbered(
      JdbcClient db, WorkspaceId workspace, Preview preview, int position, Change change) {
    db.sql("delete from stopped_number where workspace = ? and record = ? and position = ?")
        .params(workspace.value(), preview.record().value(), position)
        .update();
    db.sql(
            """
            update campaign_record set number = nullif(:now, '')
            where workspace = :workspace and campaign = :campaign and record = :record and number = :was\
            """)
        .param("now", change.now())
        .param("was", change.was())
        .param("workspace", workspace.value())
        .param("campaign", preview.campaign().value())
        .param("record", preview.record().value())
        .update();
  }

  /// In the history of the record.
  void corrected(
      JdbcClient db,
      WorkspaceId workspace,
      Preview preview,
      UserId agent,
      List<Change> changes,
      Instant at) {
    db.sql(
            """
            insert into record_event (workspace, id, at, kind, campaign, list, record, preview, agent, team, changes)
            select p.workspace, :id, :at, 'CORRECTED', p.campaign, r.list, p.record, p.id, :agent,
              (select u.team from app_user u where u.workspace = p.workspace and u.id = :agent), :changes::jsonb
            from preview p join calling_record r on r.workspace = p.workspace and r.id = p.record
            where p.workspace = :workspace and p.id = :preview\
            """)
        .param("id", ids.next())
        .param("at", SqlTime.at(at))
        .param("agent", agent.value())
        .param("changes", JSON.writeValueAsString(changes))
        .param("workspace", workspace.value())
        .param("preview", preview.id().value())
        .update();
  }
}
