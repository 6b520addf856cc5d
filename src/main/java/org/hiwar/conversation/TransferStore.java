package org.hiwar.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Reads what was given away; the floor's transaction writes it.
@Component
public class TransferStore {
  static final String SELECT =
      """
      select interaction, agent, service, colleague, note, at, returned_at from transfer where workspace = ? and \
      """;

  private final Database database;

  public TransferStore(Database database) {
    this.database = database;
  }

  /// Every time that these interactions were given away, the earliest first; an interaction that
  /// never was is missing.
  public Map<InteractionId, List<Transfer>> of(
      WorkspaceId workspace, Collection<InteractionId> interactions) {
    if (interactions.isEmpty()) return Map.of();
    return database
        .in(
            workspace.value(),
            db ->
                db.sql(SELECT + "interaction = any(?) order by interaction, at")
                    .param(workspace.value())
                    .param(interactions.stream().map(InteractionId::value).toArray(Long[]::new))
                    .query((row, _) -> transfer(row))
                    .list())
        .stream()
        .collect(Collectors.groupingBy(Transfer::interaction));
  }

  static Transfer transfer(ResultSet row) throws SQLException {
    return new Transfer(
        new InteractionId(row.getLong("interaction")),
        new UserId(row.getLong("agent")),
        InteractionRows.orNull(row, "service", ServiceId::new),
        InteractionRows.orNull(row, "colleague", UserId::new),
        row.getString("note"),
        Micros.instant(row, "at"),
        Micros.orNull(row, "returned_at"));
  }
}
