package org.hiwar.campaign.preview;

import java.util.List;
import org.hiwar.campaign.preview.Reviews.Past;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What was done with a record in its campaign: attempts, and what else agents and the system
/// decided about it (S2-36, S2-38).
@Component
public class HistoryStore {
  private static final String SQL =
      """
      select started_at as at, 'ATTEMPT' as kind, number, case when automatic then null else agent end as agent, result, disposition, disposition_name(workspace, disposition, started_at) as called,
        extract(epoch from ended_at - answered_at)::bigint as seconds, notes, automatic, id
      from call_attempt where workspace = :workspace and campaign = :campaign and record = :record and interaction is not null
      union all
      select at, kind, null, agent, reason, disposition, disposition_name(workspace, disposition, at), null, notes, automatic, id
      from record_event where workspace = :workspace and campaign = :campaign and record = :record
        and kind in ('SKIPPED', 'COMPLETED', 'RESCHEDULED', 'REJECTED', 'OFFER_EXPIRED', 'LOST', 'ENDED_BY_SYSTEM')
      order by at desc, id desc limit :most\
      """;

  /// Newest first.
  List<Past> of(JdbcClient db, WorkspaceId workspace, Preview preview) {
    return db.sql(SQL)
        .param("workspace", workspace.value())
        .param("campaign", preview.campaign().value())
        .param("record", preview.record().value())
        .param("most", PreviewLimits.HISTORY)
        .query((row, _) -> Past.of(row))
        .list();
  }
}
