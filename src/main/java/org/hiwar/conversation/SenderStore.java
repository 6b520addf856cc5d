package org.hiwar.conversation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.Question;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// With whom something goes on, asked for many senders at once: what they write then goes in by the
/// batch, and only what begins something takes the longer way through the intake.
@Component
public class SenderStore {
  private final Database database;

  public SenderStore(Database database) {
    this.database = database;
  }

  /// A message that came in.
  ///
  /// @param thread null: all that the sender writes is one
  public record Written(long account, String party, @Nullable Long thread, UUID clientId) {}

  public record Going(ConversationId conversation, InteractionId interaction) {}

  /// Where these messages may be stored as they are; those that are missing have to be taken in.
  /// It may have ended by then: the writer says so.
  public Map<Written, Going> going(WorkspaceId workspace, List<Written> all) {
    if (all.isEmpty()) return Map.of();
    var found = new HashMap<Written, Going>();
    var going =
        new SqlPart(
            """
            select t.nr, g.id, g.conversation
            from unnest(?::bigint[], ?::text[], ?::bigint[], ?::uuid[]) with ordinality as t(account, party, thread, client_id, nr)
            cross join lateral (
              select i.id, i.conversation from interaction i where i.workspace = ? and i.account = t.account and i.party = t.party
                and i.live_until is null and i.begin_until is null and i.thread is not distinct from nullif(t.thread, %s)
              order by i.agent is null, i.arrived_at desc, i.id desc limit 1) g
            where not exists (
              select from (select x.id from interaction x where x.workspace = ? and x.account = t.account and x.party = t.party
                order by x.arrived_at desc, x.id desc limit ?) r
              join message m on m.workspace = ? and m.interaction = r.id and m.client_id = t.client_id
              where r.id <> g.id)\
            """
                .formatted(Micros.NONE_SQL),
            List.of(
                all.stream().mapToLong(Written::account).toArray(),
                all.stream().map(Written::party).toArray(String[]::new),
                all.stream()
                    .mapToLong(one -> Objects.requireNonNullElse(one.thread(), Micros.NONE))
                    .toArray(),
                all.stream().map(Written::clientId).toArray(UUID[]::new),
                workspace.value(),
                workspace.value(),
                ConversationLimits.REMEMBERED_INTERACTIONS,
                workspace.value()));
    database.ask(
        workspace.value(),
        List.of(
            new Question(
                going,
                row ->
                    found.put(
                        all.get(row.getInt("nr") - 1),
                        new Going(
                            new ConversationId(row.getLong("conversation")),
                            new InteractionId(row.getLong("id")))))));
    return found;
  }
}
