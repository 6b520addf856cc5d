package org.hiwar.conversation.removal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hiwar.conversation.removal.RetentionStore.RetentionRule;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Removes what is older than its workspace wants, some at a time, and counts it.
@Component
public class Retention {
  private final Database database;
  private final RetentionStore rules;
  private final List<Aging> aging;
  private final AuditLog audit;
  private final Clock clock;

  public Retention(
      Database database, RetentionStore rules, List<Aging> aging, AuditLog audit, Clock clock) {
    this.database = database;
    this.rules = rules;
    this.aging = List.copyOf(aging);
    this.audit = audit;
    this.clock = clock;
  }

  /// Sets all rules; a kind without days is kept for ever.
  void set(WorkspaceId workspace, UserId by, Map<Aging.Kind, Integer> days) {
    database.in(
        workspace.value(),
        _ -> {
          rules.set(workspace, days);
          audit.record(workspace, by, "retention.changed", workspace.toString(), said(days));
          return days;
        });
  }

  private static Map<String, Integer> said(Map<Aging.Kind, Integer> days) {
    var said = new TreeMap<String, Integer>();
    days.forEach((kind, kept) -> said.put(kind.name(), kept));
    return said;
  }

  /// Removes what is too old; of a kind of which there is very much, the rest the next time.
  public void apply(WorkspaceId workspace) {
    var days = new EnumMap<Aging.Kind, Integer>(Aging.Kind.class);
    for (RetentionRule rule : rules.all(workspace))
      if (rule.days() != null) days.put(rule.kind(), rule.days());
    for (var one : aging) {
      var kept = days.get(one.kind());
      if (kept != null) remove(workspace, one, clock.instant().minus(Duration.ofDays(kept)));
    }
  }

  private void remove(WorkspaceId workspace, Aging what, Instant before) {
    var until = clock.instant().plus(RemovalLimits.TURN);
    long idsBefore = Ids.before(before);
    int removed;
    do {
      removed =
          database.in(
              workspace.value(),
              _ -> {
                int gone = what.remove(workspace, idsBefore, before);
                if (gone > 0) rules.count(workspace, what.kind(), gone, clock.instant());
                return gone;
              });
    } while (removed > 0 && clock.instant().isBefore(until));
  }
}
