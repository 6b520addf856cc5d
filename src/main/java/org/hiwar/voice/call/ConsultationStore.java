package org.hiwar.voice.call;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.hiwar.conversation.InteractionId;
import org.hiwar.platform.database.Database;
import org.hiwar.voice.call.ConsultationDetail.Outcome;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps whom agents have asked into their calls.
@Component
public class ConsultationStore {
  private final Database database;

  public ConsultationStore(Database database) {
    this.database = database;
  }

  void begin(WorkspaceId workspace, ConsultationDetail begun) {
    var colleague = begun.colleague();
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    insert into consultation (workspace, id, interaction, agent, colleague, number, began) values (?, ?, ?, ?, ?, ?, ?)\
                    """)
                .param(workspace.value())
                .param(begun.id().value())
                .param(begun.call().value())
                .param(begun.agent().value())
                .param(colleague == null ? null : colleague.value())
                .param(begun.number())
                .param(CallDetailStore.at(begun.began()))
                .update());
  }

  /// An end that is there already stays.
  void change(WorkspaceId workspace, ConsultationDetail now) {
    var outcome = now.outcome();
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    update consultation set answered = ?, ended = ?, outcome = ? where workspace = ? and id = ? and ended is null\
                    """)
                .param(CallDetailStore.at(now.answered()))
                .param(CallDetailStore.at(now.ended()))
                .param(outcome == null ? null : outcome.name())
                .param(workspace.value())
                .param(now.id().value())
                .update());
  }

  /// Gives an end to those that lost theirs with the process that had them.
  ///
  /// @param before when this process began
  void endLost(WorkspaceId workspace, Instant before, Instant now) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    update consultation set ended = ?, outcome = case when answered is null then 'NOT_ANSWERED' else 'ENDED' end
                    where workspace = ? and ended is null and began < ?\
                    """)
                .param(CallDetailStore.at(now))
                .param(workspace.value())
                .param(CallDetailStore.at(before))
                .update());
  }

  /// Those of these calls that are over, the first one of each first.
  public List<ConsultationDetail> past(WorkspaceId workspace, Collection<InteractionId> calls) {
    if (calls.isEmpty()) return List.of();
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select id, interaction, agent, colleague, number, began, answered, ended, outcome from consultation
                    where workspace = ? and interaction = any(?) and ended is not null order by id\
                    """)
                .param(workspace.value())
                .param(calls.stream().map(InteractionId::value).toArray(Long[]::new))
                .query(ConsultationStore::detail)
                .list());
  }

  private static ConsultationDetail detail(ResultSet row, @SuppressWarnings("unused") int number)
      throws SQLException {
    return new ConsultationDetail(
        new SideId(row.getLong("id")),
        new InteractionId(row.getLong("interaction")),
        new UserId(row.getLong("agent")),
        colleague(row),
        row.getString("number"),
        row.getObject("began", OffsetDateTime.class).toInstant(),
        CallDetailStore.instant(row, "answered"),
        CallDetailStore.instant(row, "ended"),
        Outcome.valueOf(row.getString("outcome")));
  }

  private static @Nullable UserId colleague(ResultSet row) throws SQLException {
    long user = row.getLong("colleague");
    return row.wasNull() ? null : new UserId(user);
  }
}
