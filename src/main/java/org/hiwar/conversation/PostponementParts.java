package org.hiwar.conversation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hiwar.conversation.InteractionChange.CameBack;
import org.hiwar.conversation.InteractionChange.Postponed;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// The history of what was postponed, for the floor's transaction: first what was stored as
/// postponed before this batch comes back, then what is postponed in it is stored, with its end if
/// that is in the batch as well.
final class PostponementParts {
  private static final String BACK =
      """
      update postponement p set back_at = from_us(t.at), back_by = t.by_whom
      from unnest(?::bigint[], ?::bigint[], ?::text[]) as t(interaction, at, by_whom)
      where p.workspace = ? and p.interaction = t.interaction and p.back_at is null\
      """;

  /// The conversation is locked: what comes in later has a higher number.
  private static final String POSTPONED =
      """
      insert into postponement (workspace, interaction, at, agent, until, note, seen_seq, back_at, back_by)
      select i.workspace, i.id, from_us(t.at), t.agent, from_us(t.until), t.note, c.agent_read_seq, from_us(t.back_at), nullif(t.back_by, '')
      from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::bigint[], ?::text[])
        as t(interaction, at, agent, until, note, back_at, back_by)
      join interaction i on i.workspace = ? and i.id = t.interaction
      join conversation c on c.workspace = i.workspace and c.id = i.conversation
      on conflict (workspace, interaction, at) do nothing\
      """;

  private PostponementParts() {}

  private static final class Row {
    final Postponed postponed;
    @Nullable CameBack back;

    Row(Postponed postponed) {
      this.postponed = postponed;
    }
  }

  static List<SqlPart> of(WorkspaceId workspace, List<InteractionChange> changes) {
    var before = new LinkedHashMap<InteractionId, CameBack>();
    var rows = new ArrayList<Row>();
    sort(changes, before, rows);
    var parts = new ArrayList<SqlPart>(2);
    if (!before.isEmpty()) parts.add(back(workspace, List.copyOf(before.values())));
    if (!rows.isEmpty()) parts.add(postponed(workspace, rows));
    return parts;
  }

  private static void sort(
      List<InteractionChange> changes, Map<InteractionId, CameBack> before, List<Row> rows) {
    var open = new HashMap<InteractionId, Row>();
    var seen = new HashSet<InteractionId>();
    for (var change : changes)
      switch (change) {
        case Postponed p -> {
          var row = new Row(p);
          rows.add(row);
          open.put(p.interaction(), row);
          seen.add(p.interaction());
        }
        case CameBack b -> {
          var row = open.remove(b.interaction());
          if (row != null) row.back = b;
          else if (!seen.contains(b.interaction())) before.putIfAbsent(b.interaction(), b);
        }
        case InteractionChange.Accepted _,
            InteractionChange.Requeued _,
            InteractionChange.Transferred _,
            InteractionChange.Returned _,
            InteractionChange.LiveEnded _,
            InteractionChange.Ended _ -> {}
      }
  }

  private static SqlPart back(WorkspaceId workspace, List<CameBack> all) {
    return new SqlPart(
        BACK,
        List.of(
            all.stream().mapToLong(b -> b.interaction().value()).toArray(),
            all.stream().mapToLong(b -> Micros.of(b.at())).toArray(),
            all.stream().map(b -> b.by().name()).toArray(String[]::new),
            workspace.value()));
  }

  private static SqlPart postponed(WorkspaceId workspace, List<Row> rows) {
    return new SqlPart(
        POSTPONED,
        List.of(
            rows.stream().mapToLong(r -> r.postponed.interaction().value()).toArray(),
            rows.stream().mapToLong(r -> Micros.of(r.postponed.at())).toArray(),
            rows.stream().mapToLong(r -> r.postponed.agent().value()).toArray(),
            rows.stream().mapToLong(r -> Micros.of(r.postponed.until())).toArray(),
            rows.stream().map(r -> r.postponed.note()).toArray(String[]::new),
            rows.stream().mapToLong(r -> backAt(r)).toArray(),
            rows.stream().map(r -> backBy(r)).toArray(String[]::new),
            workspace.value()));
  }

  private static long backAt(Row row) {
    var back = row.back;
    return back == null ? Micros.NONE : Micros.of(back.at());
  }

  private static String backBy(Row row) {
    var back = row.back;
    return back == null ? "" : back.by().name();
  }
}
