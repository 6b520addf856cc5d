package org.hiwar.campaign.preview;

import java.time.Instant;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.RecordId;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What becomes of a record that an agent had.
@Component
class RecordFateStore {

  /// One row of campaign_record.
  record Row(WorkspaceId workspace, CampaignId campaign, RecordId record) {}

  /// Finished in this campaign. `disposition` null: the last one stays.
  void ends(
      JdbcClient db,
      Row row,
      @Nullable DispositionId disposition,
      @Nullable String result,
      Instant now) {
    at(
            db.sql(
                """
                update campaign_record set status = 'FINAL', disposition = coalesce(:disposition::bigint, disposition), result = :result::text,
                  not_before = null, until = null, number = null, changed_at = :now
                where workspace = :workspace and campaign = :campaign and record = :record\
                """),
            row)
        .param("disposition", disposition == null ? null : disposition.value())
        .param("result", result)
        .param("now", SqlTime.at(now))
        .update();
  }

  /// Skipped: again after a while, and rather by another agent. What was promised stays promised.
  void skipped(JdbcClient db, Row row, UserId agent, Instant again, Instant now) {
    at(
            db.sql(
                """
                update campaign_record set skips = skips + 1, not_before = :again, changed_at = :now,
                  avoid_agent = case when only_agent is null then :agent::bigint end,
                  status = case when until is not null then 'RESCHEDULED' else 'AVAILABLE' end
                where workspace = :workspace and campaign = :campaign and record = :record\
                """),
            row)
        .param("agent", agent.value())
        .param("again", SqlTime.at(again))
        .param("now", SqlTime.at(now))
        .update();
  }

  /// An ordinary record again, from then on.
  void waits(JdbcClient db, Row row, DispositionId disposition, Instant until, Instant now) {
    at(
            db.sql(
                """
                update campaign_record set status = 'WAITING', disposition = :disposition, not_before = :until, until = null,
                  number = null, priority = 0, avoid_agent = null, changed_at = :now
                where workspace = :workspace and campaign = :campaign and record = :record\
                """),
            row)
        .param("disposition", disposition.value())
        .param("until", SqlTime.at(until))
        .param("now", SqlTime.at(now))
        .update();
  }

  /// @param number null: any
  /// @param only null: anybody
  record Window(Instant from, Instant until, @Nullable String number, @Nullable UserId only) {}

  void promised(JdbcClient db, Row row, DispositionId disposition, Window window, Instant now) {
    var only = window.only();
    at(
            db.sql(
                """
                update campaign_record set status = 'RESCHEDULED', disposition = :disposition, not_before = :from, until = :until,
                  number = :number::text, priority = 0, avoid_agent = null, only_agent = coalesce(:only::bigint, only_agent), changed_at = :now
                where workspace = :workspace and campaign = :campaign and record = :record\
                """),
            row)
        .param("disposition", disposition.value())
        .param("from", SqlTime.at(window.from()))
        .param("until", SqlTime.at(window.until()))
        .param("number", window.number())
        .param("only", only == null ? null : only.value())
        .param("now", SqlTime.at(now))
        .update();
  }

  /// A number is called no more in this campaign.
  void stopsNumber(JdbcClient db, Row row, int position) {
    at(
            db.sql(
                """
                insert into stopped_number (workspace, campaign, record, position)
                values (:workspace, :campaign, :record, :position) on conflict do nothing\
                """),
            row)
        .param("position", position)
        .update();
  }

  private static JdbcClient.StatementSpec at(JdbcClient.StatementSpec sql, Row row) {
    return sql.param("workspace", row.workspace().value())
        .param("campaign", row.campaign().value())
        .param("record", row.record().value());
  }
}
