package org.hiwar.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Reads what was postponed; the floor's transaction writes it.
@Component
public class PostponementStore {
  private final Database database;

  public PostponementStore(Database database) {
    this.database = database;
  }

  /// Every time that these interactions were postponed, the earliest first; an interaction that
  /// never was is missing.
  public Map<InteractionId, List<Postponement>> of(
      WorkspaceId workspace, Collection<InteractionId> interactions) {
    if (interactions.isEmpty()) return Map.of();
    return database
        .in(
            workspace.value(),
            db ->
                db.sql(
                        """
                        select interaction, agent, at, until, note, back_at, back_by from postponement
                        where workspace = ? and interaction = any(?) order by interaction, at\
                        """)
                    .param(workspace.value())
                    .param(interactions.stream().map(InteractionId::value).toArray(Long[]::new))
                    .query(PostponementStore::postponement)
                    .list())
        .stream()
        .collect(Collectors.groupingBy(Postponement::interaction));
  }

  /// What is postponed although the customer has written since.
  public List<InteractionId> heardOf(WorkspaceId workspace) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select p.interaction from postponement p join interaction i on i.workspace = p.workspace and i.id = p.interaction
                    where p.workspace = ? and p.back_at is null and i.ended_at is null
                      and exists (select from message m where m.workspace = p.workspace and m.conversation = i.conversation
                        and m.interaction = p.interaction and m.seq > p.seen_seq and m.author_kind = 'CUSTOMER')\
                    """)
                .param(workspace.value())
                .query((row, _) -> new InteractionId(row.getLong(1)))
                .list());
  }

  private static Postponement postponement(ResultSet row, @SuppressWarnings("unused") int number)
      throws SQLException {
    return new Postponement(
        new InteractionId(row.getLong("interaction")),
        new UserId(row.getLong("agent")),
        Micros.instant(row, "at"),
        Micros.instant(row, "until"),
        row.getString("note"),
        Micros.orNull(row, "back_at"),
        InteractionRows.textOrNull(row, "back_by", EndedBy::valueOf));
  }
}
