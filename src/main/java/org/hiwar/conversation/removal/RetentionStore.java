package org.hiwar.conversation.removal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How long workspaces keep what there is: table `retention`.
@Component
public class RetentionStore {
  private final Database database;

  public RetentionStore(Database database) {
    this.database = database;
  }

  /// How long what is of a kind is kept.
  ///
  /// @param days null: for ever
  /// @param removed how many have gone by this rule so far
  /// @param removedAt when any last went; null: never
  public record RetentionRule(
      Aging.Kind kind, @Nullable Integer days, long removed, @Nullable Instant removedAt) {}

  /// One for each kind, in their order.
  public List<RetentionRule> all(WorkspaceId workspace) {
    var rules = new EnumMap<Aging.Kind, RetentionRule>(Aging.Kind.class);
    for (var kind : Aging.Kind.values()) rules.put(kind, new RetentionRule(kind, null, 0, null));
    database
        .in(
            workspace.value(),
            db ->
                db.sql("select kind, days, removed, removed_at from retention where workspace = ?")
                    .param(workspace.value())
                    .query(
                        (row, _) -> {
                          var at = row.getObject("removed_at", OffsetDateTime.class);
                          return new RetentionRule(
                              Aging.Kind.valueOf(row.getString("kind")),
                              row.getObject("days", Integer.class),
                              row.getLong("removed"),
                              at == null ? null : at.toInstant());
                        })
                    .list())
        .forEach(rule -> rules.put(rule.kind(), rule));
    return List.copyOf(rules.values());
  }

  /// @param days by kind; a kind without is kept for ever
  void set(WorkspaceId workspace, Map<Aging.Kind, Integer> days) {
    database.in(
        workspace.value(),
        db -> {
          for (var kind : Aging.Kind.values())
            db.sql(
                    """
                    insert into retention (workspace, kind, days) values (?, ?, ?)
                    on conflict (workspace, kind) do update set days = excluded.days\
                    """)
                .param(workspace.value())
                .param(kind.name())
                .param(days.get(kind))
                .update();
          return days.size();
        });
  }

  /// So many have gone, for the transaction in which they did.
  void count(WorkspaceId workspace, Aging.Kind kind, int removed, Instant at) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    "update retention set removed = removed + ?, removed_at = ? where workspace ="
                        + " ? and kind = ?")
                .param(removed)
                .param(at.atOffset(ZoneOffset.UTC))
                .param(workspace.value())
                .param(kind.name())
                .update());
  }
}
