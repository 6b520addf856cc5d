package org.hiwar.campaign.preview;

import java.util.List;
import java.util.Optional;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.RecordId;
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
      select started_at as at, 'ATTEMPT' as kind, number, case when automatic then null else agent end as agent, result, disposition, disposition_name(workspace, disposition, coalesce(ended_at, started_at)) as called,
        extract(epoch from ended_at - answered_at)::bigint as seconds, notes, automatic, id, null::text as changes
      from call_attempt where workspace = :workspace and campaign = :campaign and record = :record and interaction is not null
      union all
      select at, kind, null, agent, reason, disposition, disposition_name(workspace, disposition, at), null, notes, automatic, id, changes::text
      from record_event where workspace = :workspace and campaign = :campaign and record = :record
        and kind in ('SKIPPED', 'COMPLETED', 'RESCHEDULED', 'REJECTED', 'OFFER_EXPIRED', 'LOST', 'ENDED_BY_SYSTEM', 'CORRECTED')
      order by at desc, id desc limit :most\
      """;

  /// What the result that the record has in its campaign was called when it got it, or its code;
  /// empty: it has none.
  Optional<String> result(
      JdbcClient db, WorkspaceId workspace, CampaignId campaign, RecordId record) {
    return db.sql(
            """
            select disposition_name(workspace, disposition, changed_at) from campaign_record
            where workspace = ? and campaign = ? and record = ? and disposition is not null\
            """)
        .params(workspace.value(), campaign.value(), record.value())
        .query(String.class)
        .optional();
  }

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
