package org.hiwar.conversation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hiwar.platform.database.OneMessage;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.WorkspaceId;

/// Stores many messages in one message to the database and one transaction.
///
/// The first statement locks the conversations in the order of their ids. The second, which sees
/// everything committed before the locks were had, looks for each message whether it is there
/// already, whether its interaction is live and its author may write, and gives numbers only to
/// those that are stored: a duplicate or a refused message burns none.
final class MessageBatch {
  private static final String LOCK =
      """
      select c.id from conversation c where c.workspace = ? and c.id = any(?) order by c.id for no key update\
      """;

  /// No join of the batch with itself: its cost grows with the number of messages, not with its
  /// square.
  private static final String STORE =
      """
      with judged as materialized (
        select s.*, s.last_seq + count(*) filter (where s.fresh) over (partition by s.conversation order by s.nr) as seq
        from (
          select t.*, i.id is not null as known, i.live_until is null as live, c.last_seq,
            m.seq as old_seq, m.id as old_id, m.at as old_at, m.text as old_text,
            coalesce(i.id is not null and i.live_until is null and m.seq is null and (t.author_kind <> 'AGENT' or i.agent = t.author), false) as fresh
          from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::uuid[], ?::text[], ?::bigint[], ?::text[]) with ordinality
            as t(id, conversation, interaction, client_id, author_kind, author, text, nr)
          left join interaction i on i.workspace = ? and i.id = t.interaction and i.conversation = t.conversation and i.medium <> 'VOICE'
          left join message m on m.workspace = ? and m.interaction = i.id and m.client_id = t.client_id
          left join conversation c on c.workspace = ? and c.id = i.conversation) s
      ), stored as (
        insert into message (workspace, conversation, seq, id, interaction, client_id, author_kind, author, text, at)
        select ?, conversation, seq, id, interaction, client_id, author_kind, nullif(author, %1$s), text, %2$s from judged where fresh order by nr
      ), counted as (
        update conversation c set last_seq = n.seq, last_message_at = %2$s
        from (select conversation, max(seq) as seq from judged where fresh group by conversation) n
        where c.workspace = ? and c.id = n.conversation
      )
      select known, live, fresh, old_seq, old_id, old_at, old_text, seq from judged order by nr\
      """
          .formatted(Micros.NONE_SQL, "(" + Micros.sql("?::bigint") + ")");

  private final WorkspaceId workspace;
  private final List<NewMessage> messages;
  private final long[] ids;
  private final Instant at;

  /// `ids`: one per message. No two messages have the same interaction and client id.
  MessageBatch(WorkspaceId workspace, List<NewMessage> messages, long[] ids, Instant at) {
    this.workspace = workspace;
    this.messages = messages;
    this.ids = ids;
    this.at = at;
  }

  /// Stores what can be stored; the answers are in the order of the messages.
  List<Sent> store(Connection db) throws SQLException {
    var parts = parts();
    try (var statement = db.prepareStatement(LOCK + ";\n" + STORE)) {
      OneMessage.bind(statement, parts);
      statement.execute();
      if (!statement.getMoreResults())
        throw new SQLException("the store statement returned no rows");
      try (var rows = statement.getResultSet()) {
        return answers(rows);
      }
    }
  }

  private List<SqlPart> parts() {
    int n = messages.size();
    long[] conversation = new long[n], interaction = new long[n], author = new long[n];
    String[] kind = new String[n], text = new String[n];
    var client = new UUID[n];
    for (int i = 0; i < n; i++) {
      var message = messages.get(i);
      conversation[i] = message.conversation().value();
      interaction[i] = message.interaction().value();
      client[i] = message.clientId();
      kind[i] = message.author().kind().name();
      author[i] = message.author().id() == null ? Micros.NONE : message.author().id().value();
      text[i] = message.text();
    }
    long ws = workspace.value();
    long us = Micros.of(at);
    return List.of(
        new SqlPart(LOCK, List.of(ws, conversation)),
        new SqlPart(
            STORE,
            List.of(
                ids,
                conversation,
                interaction,
                client,
                kind,
                author,
                text,
                ws,
                ws,
                ws,
                ws,
                us,
                us,
                ws)));
  }

  private List<Sent> answers(ResultSet rows) throws SQLException {
    var answers = new ArrayList<Sent>(messages.size());
    for (int i = 0; rows.next(); i++) answers.add(answer(rows, messages.get(i), ids[i]));
    return answers;
  }

  private Sent answer(ResultSet row, NewMessage asked, long id) throws SQLException {
    if (row.getBoolean("fresh"))
      return new Sent.Stored(stored(asked, row.getLong("seq"), id, asked.text(), at), false);
    long old = row.getLong("old_seq");
    if (!row.wasNull())
      return new Sent.Stored(
          stored(
              asked,
              old,
              row.getLong("old_id"),
              row.getString("old_text"),
              Micros.instant(row, "old_at")),
          true);
    if (!row.getBoolean("known")) return new Sent.Refused(Refusal.UNKNOWN_INTERACTION);
    return new Sent.Refused(row.getBoolean("live") ? Refusal.NOT_THE_AGENT : Refusal.CHAT_ENDED);
  }

  private static Message stored(NewMessage asked, long seq, long id, String text, Instant at) {
    return new Message(
        asked.conversation(),
        seq,
        new MessageId(id),
        asked.interaction(),
        asked.clientId(),
        asked.author(),
        text,
        at);
  }
}
