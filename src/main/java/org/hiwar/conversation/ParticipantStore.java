package org.hiwar.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hiwar.conversation.Participant.Parted;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Reads who was in an interaction beside the agent who had it; the floor's transaction writes it.
@Component
public class ParticipantStore {
  static final String SELECT =
      """
      select interaction, agent, host, note, since, until, joined_at, left_at, why, read_seq from participant where workspace = ? and \
      """;

  private final Database database;

  public ParticipantStore(Database database) {
    this.database = database;
  }

  /// Everybody of these interactions, who came first first; an interaction that has none is
  /// missing.
  public Map<InteractionId, List<Participant>> of(
      WorkspaceId workspace, Collection<InteractionId> interactions) {
    if (interactions.isEmpty()) return Map.of();
    return database
        .in(
            workspace.value(),
            db ->
                db.sql(SELECT + "interaction = any(?) order by interaction, since, agent")
                    .param(workspace.value())
                    .param(interactions.stream().map(InteractionId::value).toArray(Long[]::new))
                    .query((row, _) -> participant(row))
                    .list())
        .stream()
        .collect(Collectors.groupingBy(Participant::interaction));
  }

  /// Notes that a guest has read up to message `seq`; never less than before, never more than there
  /// is. Returns false if the agent is no guest in this conversation.
  public boolean read(WorkspaceId workspace, ConversationId conversation, UserId agent, long seq) {
    return database.in(
            workspace.value(),
            db ->
                db.sql(
                        """
                        update participant p set read_seq = greatest(p.read_seq, least(?, c.last_seq))
                        from interaction i join conversation c on c.workspace = i.workspace and c.id = i.conversation
                        where p.workspace = ? and p.agent = ? and p.left_at is null and i.workspace = p.workspace and i.id = p.interaction and c.id = ?\
                        """)
                    .params(seq, workspace.value(), agent.value(), conversation.value())
                    .update())
        > 0;
  }

  static Participant participant(ResultSet row) throws SQLException {
    var why = row.getString("why");
    return new Participant(
        new InteractionId(row.getLong("interaction")),
        new UserId(row.getLong("agent")),
        InteractionRows.orNull(row, "host", UserId::new),
        row.getString("note"),
        Micros.instant(row, "since"),
        Micros.orNull(row, "until"),
        Micros.orNull(row, "joined_at"),
        Micros.orNull(row, "left_at"),
        why == null ? null : Parted.valueOf(why),
        row.getLong("read_seq"));
  }
}
