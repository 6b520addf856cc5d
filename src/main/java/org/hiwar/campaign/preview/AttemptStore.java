package org.hiwar.campaign.preview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.hiwar.campaign.AttemptId;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.ListId;
import org.hiwar.campaign.RecordId;
import org.hiwar.campaign.rule.Verdict;
import org.hiwar.conversation.InteractionId;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Attempts to call.
@Component
public class AttemptStore {
  private static final String SELECT =
      """
      select id, position, number, agent, automatic, interaction, started_at, answered_at, ended_at, result, disposition, notes, applied
      from call_attempt where workspace = :workspace \
      """;

  private static final String SELECT_JUDGED = SELECT.replace("applied\n", "applied, verdict\n");

  private final Database database;
  private final JsonMapper json;

  public AttemptStore(Database database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  /// An attempt that is about to begin; `position` null: the agent gave the number.
  record Beginning(
      AttemptId id,
      Preview preview,
      ListId list,
      @Nullable Integer position,
      String number,
      UserId agent,
      boolean automatic,
      Verdict verdict) {}

  void begin(JdbcClient db, WorkspaceId workspace, Beginning attempt, Instant now) {
    db.sql(
            """
            insert into call_attempt (workspace, id, campaign, record, list, preview, position, number, agent, team, automatic,
              started_at, verdict)
            values (:workspace, :id, :campaign, :record, :list, :preview, :position::int, :number, :agent,
              (select u.team from app_user u where u.workspace = :workspace and u.id = :agent), :automatic, :now, :verdict::jsonb)\
            """)
        .param("workspace", workspace.value())
        .param("id", attempt.id().value())
        .param("campaign", attempt.preview().campaign().value())
        .param("record", attempt.preview().record().value())
        .param("list", attempt.list().value())
        .param("preview", attempt.preview().id().value())
        .param("position", attempt.position())
        .param("number", attempt.number())
        .param("agent", attempt.agent().value())
        .param("automatic", attempt.automatic())
        .param("now", SqlTime.at(now))
        .param("verdict", json.writerFor(Verdict.class).writeValueAsString(attempt.verdict()))
        .update();
    count(db, workspace, attempt.preview(), 1);
  }

  private static void count(JdbcClient db, WorkspaceId workspace, Preview of, int more) {
    db.sql(
            """
            update campaign_record set attempts = attempts + :more
            where workspace = :workspace and campaign = :campaign and record = :record\
            """)
        .param("more", more)
        .param("workspace", workspace.value())
        .param("campaign", of.campaign().value())
        .param("record", of.record().value())
        .update();
  }

  /// The call of the attempt has this interaction; whether it begins is the floor's to say.
  void link(WorkspaceId workspace, AttemptId attempt, InteractionId interaction) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    "update call_attempt set interaction = :interaction where workspace ="
                        + " :workspace and id = :id")
                .param("interaction", interaction.value())
                .param("workspace", workspace.value())
                .param("id", attempt.value())
                .update());
  }

  /// It has not begun: nobody was called.
  void remove(JdbcClient db, WorkspaceId workspace, Preview of, AttemptId attempt) {
    int gone =
        db.sql("delete from call_attempt where workspace = :workspace and id = :id")
            .param("workspace", workspace.value())
            .param("id", attempt.value())
            .update();
    count(db, workspace, of, -gone);
  }

  /// Of one preview, the newest first.
  List<Attempt> of(JdbcClient db, WorkspaceId workspace, Preview preview) {
    return db.sql(
            SELECT
                + "and campaign = :campaign and record = :record and preview = :preview"
                + " order by started_at desc, id desc")
        .param("workspace", workspace.value())
        .param("campaign", preview.campaign().value())
        .param("record", preview.record().value())
        .param("preview", preview.id().value())
        .query(AttemptStore::row)
        .list();
  }

  /// Of the record in the campaign, the newest first.
  List<Attempt> ofRecord(JdbcClient db, WorkspaceId workspace, Preview preview, int most) {
    return db.sql(
            SELECT
                + "and campaign = :campaign and record = :record"
                + " order by started_at desc, id desc limit :most")
        .param("workspace", workspace.value())
        .param("campaign", preview.campaign().value())
        .param("record", preview.record().value())
        .param("most", most)
        .query(AttemptStore::row)
        .list();
  }

  /// Of the record in the campaign with what allowed each, the newest first.
  List<Reviews.Judged> judged(
      JdbcClient db, WorkspaceId workspace, CampaignId campaign, RecordId record) {
    return db.sql(
            SELECT_JUDGED
                + "and campaign = :campaign and record = :record and interaction is not null"
                + " order by started_at desc, id desc limit :most")
        .param("workspace", workspace.value())
        .param("campaign", campaign.value())
        .param("record", record.value())
        .param("most", PreviewLimits.HISTORY)
        .query(
            (row, number) ->
                new Reviews.Judged(
                    row(row, number),
                    (Verdict.Allowed) json.readValue(row.getString("verdict"), Verdict.class)))
        .list();
  }

  void know(JdbcClient db, WorkspaceId workspace, AttemptId attempt, CallFacts facts) {
    db.sql(
            """
            update call_attempt set answered_at = coalesce(:answered::timestamptz, answered_at), ended_at = coalesce(:ended::timestamptz, ended_at),
              result = coalesce(:result::text, result)
            where workspace = :workspace and id = :id\
            """)
        .param("answered", SqlTime.at(facts.answered()))
        .param("ended", SqlTime.at(facts.ended()))
        .param("result", facts.result())
        .param("workspace", workspace.value())
        .param("id", attempt.value())
        .update();
  }

  void settle(
      JdbcClient db,
      WorkspaceId workspace,
      AttemptId attempt,
      DispositionId disposition,
      String notes,
      String applied) {
    db.sql(
            """
            update call_attempt set disposition = :disposition, notes = :notes, applied = :applied
            where workspace = :workspace and id = :id\
            """)
        .param("disposition", disposition.value())
        .param("notes", notes)
        .param("applied", applied)
        .param("workspace", workspace.value())
        .param("id", attempt.value())
        .update();
  }

  private static Attempt row(ResultSet row, @SuppressWarnings("unused") int number)
      throws SQLException {
    int position = row.getInt("position");
    boolean given = row.wasNull();
    return new Attempt(
        new AttemptId(row.getLong("id")),
        given ? null : position,
        row.getString("number"),
        new UserId(row.getLong("agent")),
        row.getBoolean("automatic"),
        SqlTime.id(row, "interaction", InteractionId::new),
        Objects.requireNonNull(SqlTime.instant(row, "started_at")),
        SqlTime.instant(row, "answered_at"),
        SqlTime.instant(row, "ended_at"),
        row.getString("result"),
        SqlTime.id(row, "disposition", DispositionId::new),
        row.getString("notes"),
        row.getString("applied"));
  }
}
