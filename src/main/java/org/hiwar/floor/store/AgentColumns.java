package org.hiwar.floor.store;

import java.util.List;
import org.hiwar.floor.core.AgentRow;
import org.hiwar.floor.core.Presence;
import org.hiwar.floor.core.Presence.LoggedOut;
import org.hiwar.floor.core.Presence.NotReady;
import org.hiwar.floor.core.Presence.Ready;
import org.hiwar.platform.database.SqlPart;

/// Agents as columns.
final class AgentColumns {
  private static final String SQL =
      """
      insert into floor_agent as a
      select ?, id, presence, nullif(reason, ''), next, nullif(next_reason, ''), from_us(since), from_us(idle)
      from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])
        as t(id, presence, reason, next, next_reason, since, idle)
      on conflict (workspace, id) do update set presence = excluded.presence, reason = excluded.reason,
        next = excluded.next, next_reason = excluded.next_reason, since = excluded.since, idle_since = excluded.idle_since\
      """;

  private AgentColumns() {}

  static SqlPart part(long workspace, List<AgentRow> rows) {
    int n = rows.size();
    var id = new long[n];
    var since = new long[n];
    var idleSince = new long[n];
    var presence = new String[n];
    var reason = new String[n];
    var next = new String[n];
    var nextReason = new String[n];
    for (int i = 0; i < n; i++) {
      var row = rows.get(i);
      id[i] = row.id().value();
      since[i] = Micros.of(row.since());
      idleSince[i] = Micros.of(row.idleSince());
      presence[i] = name(row.presence());
      reason[i] = reason(row.presence());
      next[i] = name(row.next());
      nextReason[i] = reason(row.next());
    }
    return new SqlPart(
        SQL, List.of(workspace, id, presence, reason, next, nextReason, since, idleSince));
  }

  static String name(Presence presence) {
    return switch (presence) {
      case LoggedOut _ -> "LOGGED_OUT";
      case NotReady _ -> "NOT_READY";
      case Ready _ -> "READY";
    };
  }

  /// Empty: none.
  static String reason(Presence presence) {
    return presence instanceof NotReady(String reason) ? reason : "";
  }

  static Presence presence(String name, String reason) {
    return switch (name) {
      case "LOGGED_OUT" -> Presence.LOGGED_OUT;
      case "READY" -> Presence.READY;
      default -> new NotReady(reason);
    };
  }
}
