package org.hiwar.conversation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hiwar.conversation.ParticipantChange.Asked;
import org.hiwar.conversation.ParticipantChange.Joined;
import org.hiwar.conversation.ParticipantChange.Left;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// Who came in and went, for the floor's transaction: first what becomes of those who were in it or
/// asked before this batch, then those whom the batch brings, with their end if that is in it as
/// well. The conversations are locked first, as for messages: what somebody writes is stored before
/// they are out, or refused.
public final class ParticipantParts {
  private static final String BEFORE =
      """
      update participant p set joined_at = coalesce(p.joined_at, from_us(t.joined)), left_at = from_us(t.gone), why = nullif(t.why, '')
      from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[]) as t(interaction, agent, joined, gone, why)
      where p.workspace = ? and p.interaction = t.interaction and p.agent = t.agent and p.left_at is null\
      """;

  private static final String FRESH =
      """
      insert into participant (workspace, interaction, agent, since, host, note, until, joined_at, left_at, why, read_seq)
      select i.workspace, i.id, t.agent, from_us(t.since), nullif(t.host, %1$s), t.note, from_us(t.until), from_us(t.joined), from_us(t.gone),
        nullif(t.why, ''), c.last_seq
      from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[])
        as t(interaction, agent, since, host, note, until, joined, gone, why)
      join interaction i on i.workspace = ? and i.id = t.interaction
      join conversation c on c.workspace = i.workspace and c.id = i.conversation
      on conflict do nothing\
      """
          .formatted(Micros.NONE_SQL);

  private ParticipantParts() {}

  private record Who(InteractionId interaction, UserId agent) {}

  /// One stay, as far as this batch knows it.
  private static final class Stay {
    final Who who;
    /// Null: they were asked, or in it, before this batch.
    final @Nullable Asked asked;
    @Nullable Joined joined;
    @Nullable Left left;

    Stay(Who who, @Nullable Asked asked) {
      this.who = who;
      this.asked = asked;
    }

    boolean fresh() {
      var in = joined;
      return asked != null || in != null && in.host() == null;
    }

    long joinedAt() {
      var in = joined;
      return in == null ? Micros.NONE : Micros.of(in.at());
    }

    long leftAt() {
      var out = left;
      return out == null ? Micros.NONE : Micros.of(out.at());
    }

    String why() {
      var out = left;
      return out == null ? "" : out.why().name();
    }

    long since() {
      return asked == null ? joinedAt() : Micros.of(asked.at());
    }

    long host() {
      return asked == null ? Micros.NONE : asked.host().value();
    }

    String note() {
      return asked == null ? "" : asked.note();
    }

    long until() {
      return asked == null ? Micros.NONE : Micros.of(asked.until());
    }
  }

  /// The statements for `changes`, in the order in which they were decided; none for none. As with
  /// [InteractionChanges], they are to run in one transaction, in this order.
  public static List<SqlPart> of(WorkspaceId workspace, List<ParticipantChange> changes) {
    if (changes.isEmpty()) return List.of();
    var parts = new ArrayList<SqlPart>(3);
    parts.add(
        InteractionChanges.lock(
            workspace, changes.stream().mapToLong(c -> c.interaction().value()).toArray()));
    var stays = stays(changes);
    var before = stays.stream().filter(stay -> !stay.fresh()).toList();
    var fresh = stays.stream().filter(Stay::fresh).toList();
    if (!before.isEmpty()) parts.add(before(workspace, before));
    if (!fresh.isEmpty()) parts.add(fresh(workspace, fresh));
    return parts;
  }

  private static Collection<Stay> stays(List<ParticipantChange> changes) {
    var all = new ArrayList<Stay>();
    Map<Who, Stay> open = new LinkedHashMap<>();
    for (var change : changes) {
      var who = new Who(change.interaction(), change.agent());
      var stay = change instanceof Asked ? null : open.get(who);
      if (stay == null) {
        stay = new Stay(who, change instanceof Asked asked ? asked : null);
        all.add(stay);
        open.put(who, stay);
      }
      switch (change) {
        case Asked _ -> {}
        case Joined joined -> stay.joined = joined;
        case Left left -> {
          stay.left = left;
          open.remove(who);
        }
      }
    }
    return all;
  }

  private static SqlPart before(WorkspaceId workspace, List<Stay> stays) {
    return new SqlPart(
        BEFORE,
        List.of(
            interactions(stays),
            agents(stays),
            stays.stream().mapToLong(Stay::joinedAt).toArray(),
            stays.stream().mapToLong(Stay::leftAt).toArray(),
            stays.stream().map(Stay::why).toArray(String[]::new),
            workspace.value()));
  }

  private static SqlPart fresh(WorkspaceId workspace, List<Stay> stays) {
    return new SqlPart(
        FRESH,
        List.of(
            interactions(stays),
            agents(stays),
            stays.stream().mapToLong(Stay::since).toArray(),
            stays.stream().mapToLong(Stay::host).toArray(),
            stays.stream().map(Stay::note).toArray(String[]::new),
            stays.stream().mapToLong(Stay::until).toArray(),
            stays.stream().mapToLong(Stay::joinedAt).toArray(),
            stays.stream().mapToLong(Stay::leftAt).toArray(),
            stays.stream().map(Stay::why).toArray(String[]::new),
            workspace.value()));
  }

  private static long[] interactions(List<Stay> stays) {
    return stays.stream().mapToLong(stay -> stay.who.interaction().value()).toArray();
  }

  private static long[] agents(List<Stay> stays) {
    return stays.stream().mapToLong(stay -> stay.who.agent().value()).toArray();
  }
}
