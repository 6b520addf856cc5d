package org.hiwar.conversation;

import java.util.ArrayList;
import java.util.List;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.WorkspaceId;

/// Turns what the floor decided into statements for the floor's own transaction, so that the
/// history can never differ from who holds what. A batch of any size is four statements over
/// arrays.
///
/// The first one locks the conversations concerned, in the order of their ids, as the
/// [MessageWriter] and the intake do: a message is stored before the end of its chat or refused
/// after it, and an arrival joins a conversation before its end or begins another. It has to be a
/// statement of its own, because only the next one sees what was committed while this one waited
/// for its locks.
public final class InteractionChanges {
  private static final String LOCK =
      """
      select c.id from conversation c
      where c.workspace = ? and c.id = any(array(select i.conversation from interaction i where i.workspace = ? and i.id = any(?)))
      order by c.id for no key update\
      """;

  private static final String INTERACTIONS =
      """
      update interaction i set
        service = coalesce(nullif(t.service, %1$s), i.service),
        agent = case when t.moves then nullif(t.agent, %1$s) else i.agent end,
        accepted_at = case when t.moves then %2$s else i.accepted_at end,
        begin_until = case when t.moves then null else i.begin_until end,
        ended_by = case when i.live_until is null then nullif(t.ended_by, '') else i.ended_by end,
        live_until = coalesce(i.live_until, %3$s),
        ended_at = %4$s,
        outcome = nullif(t.outcome, '')
      from unnest(?::bigint[], ?::bigint[], ?::boolean[], ?::bigint[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::text[])
        as t(id, service, moves, agent, accepted, ended_by, live_until, ended, outcome)
      where i.workspace = ? and i.id = t.id and i.ended_at is null\
      """
          .formatted(
              Micros.NONE_SQL,
              Micros.sql("t.accepted"),
              Micros.sql("t.live_until"),
              Micros.sql("t.ended"));

  /// The owner is the agent who accepted last of those who hold something; the last one stays when
  /// all is over.
  private static final String CONVERSATIONS =
      """
      update conversation c set
        owner = case when s.still_open then s.holder else c.owner end,
        closed_at = case when s.still_open then c.closed_at else coalesce(c.closed_at, s.ended_at) end,
        ended_at = case when s.still_open then null else s.ended_at end,
        version = c.version + 1
      from (
        select i.conversation, bool_or(i.ended_at is null) as still_open, max(i.ended_at) as ended_at,
          (array_agg(i.agent order by i.accepted_at desc, i.id desc) filter (where i.ended_at is null and i.agent is not null))[1] as holder
        from interaction i
        where i.workspace = ? and i.conversation = any(array(select x.conversation from interaction x where x.workspace = ? and x.id = any(?)))
        group by i.conversation) s
      where c.workspace = ? and c.id = s.conversation and c.ended_at is null\
      """;

  private static final String CONTACTS =
      """
      update contact k set last_activity_at = greatest(k.last_activity_at, t.at)
      from (select i.contact, max(i.ended_at) as at from interaction i where i.workspace = ? and i.id = any(?) group by i.contact) t
      where k.workspace = ? and k.id = t.contact\
      """;

  private InteractionChanges() {}

  /// Locks the conversations of these interactions.
  static SqlPart lock(WorkspaceId workspace, long[] interactions) {
    return new SqlPart(LOCK, List.of(workspace.value(), workspace.value(), interactions));
  }

  /// The statements for `changes`, in the order in which they were decided; none for none. They
  /// expect the session's workspace to be set, to run in one transaction, in this order, and to be
  /// retried as a whole. A session that keeps its plans should set `enable_seqscan` off: a plan
  /// made while the tables were empty would read them whole later.
  public static List<SqlPart> parts(WorkspaceId workspace, List<InteractionChange> changes) {
    if (changes.isEmpty()) return List.of();
    long ws = workspace.value();
    var c = new InteractionColumns(changes);
    var parts = new ArrayList<SqlPart>(4);
    parts.add(lock(workspace, c.id));
    parts.add(
        new SqlPart(
            INTERACTIONS,
            List.of(
                c.id,
                c.service,
                c.moves,
                c.agent,
                c.acceptedAt,
                c.endedBy,
                c.liveUntil,
                c.endedAt,
                c.outcome,
                ws)));
    parts.addAll(PostponementParts.of(workspace, changes));
    parts.addAll(TransferParts.of(workspace, changes));
    parts.add(new SqlPart(CONVERSATIONS, List.of(ws, ws, c.id, ws)));
    long[] ended = c.ended();
    if (ended.length > 0) parts.add(new SqlPart(CONTACTS, List.of(ws, ended, ws)));
    return parts;
  }
}
