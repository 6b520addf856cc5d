package org.hiwar.conversation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hiwar.platform.database.OneMessage;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// Stores many messages in one message to the database and one transaction.
///
/// The first statement locks the conversations in the order of their ids. The second, which sees
/// everything committed before the locks were had, looks for each message whether it is there
/// already, whether its interaction is live and its author may write, and gives numbers only to
/// those that are stored: a duplicate or a refused message burns none. What agents write where an
/// account of ours carries it gets its row of `delivery` with it, so that nothing is stored and
/// forgotten. A note never gets one.
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
          select t.*, i.id is not null as known, case when t.internal then i.ended_at is null and c.closed_at is null else i.live_until is null end as live,
            c.last_seq, i.account, i.party, i.account is not null and t.author_kind <> 'CUSTOMER' and not t.internal as goes_out,
            m.seq as old_seq, m.id as old_id, m.at as old_at, m.text as old_text, m.written_at as old_written_at, m.changed_at, m.withdrawn,
            d.state as delivery_state, d.failure as delivery_failure, d.changed_at as delivery_changed_at,
            coalesce(i.id is not null and m.seq is null and case when t.internal
              then i.ended_at is null and c.closed_at is null and (c.owner = t.author or i.agent = t.author or %4$s)
              else i.live_until is null and (t.author_kind <> 'AGENT' or i.agent = t.author or %4$s) end, false) as fresh
          from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::boolean[]) with ordinality
            as t(id, conversation, interaction, client_id, author_kind, author, text, written, template, internal, nr)
          left join interaction i on i.workspace = ? and i.id = t.interaction and i.conversation = t.conversation and (i.medium <> 'VOICE' or t.internal)
          left join message m on m.workspace = ? and m.interaction = i.id and m.client_id = t.client_id
          left join delivery d on d.workspace = ? and d.message = m.id
          left join conversation c on c.workspace = ? and c.id = i.conversation) s
      ), stored as (
        insert into message (workspace, conversation, seq, id, interaction, client_id, author_kind, author, text, at, written_at, internal)
        select ?, conversation, seq, id, interaction, client_id, author_kind, nullif(author, %1$s), text, %2$s, %3$s, internal from judged where fresh order by nr
      ), outgoing as (
        insert into delivery (workspace, message, conversation, seq, interaction, account, recipient, next_at, changed_at, template)
        select ?, id, conversation, seq, interaction, account, party, %2$s, %2$s, template::jsonb from judged where fresh and goes_out order by nr
      ), counted as (
        update conversation c set last_seq = n.seq, last_message_at = case when n.said then %2$s else c.last_message_at end
        from (select conversation, max(seq) as seq, bool_or(not internal) as said from judged where fresh group by conversation) n
        where c.workspace = ? and c.id = n.conversation
      )
      select known, live, fresh, goes_out, old_seq, old_id, old_at, old_text, old_written_at, delivery_state, delivery_failure, delivery_changed_at, changed_at, withdrawn, seq
      from judged order by nr\
      """
          .formatted(
              Micros.NONE_SQL,
              "(" + Micros.sql("?::bigint") + ")",
              "(" + Micros.sql("written") + ")",
              """
              exists (select from participant p where p.workspace = i.workspace and p.interaction = i.id and p.agent = t.author
                and p.joined_at is not null and p.left_at is null)\
              """);

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
    var sql = parts.stream().map(SqlPart::sql).collect(Collectors.joining(";\n"));
    try (var statement = db.prepareStatement(sql)) {
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
    var written = new long[n];
    String[] kind = new String[n], text = new String[n];
    var template = new @Nullable String[n];
    var client = new UUID[n];
    var internal = new boolean[n];
    for (int i = 0; i < n; i++) {
      var message = messages.get(i);
      conversation[i] = message.conversation().value();
      interaction[i] = message.interaction().value();
      client[i] = message.clientId();
      kind[i] = message.author().kind().name();
      author[i] = message.author().id() == null ? Micros.NONE : message.author().id().value();
      text[i] = message.text();
      written[i] = Micros.of(message.writtenAt());
      template[i] = TemplateUse.written(message.template());
      internal[i] = message.note() != null;
    }
    long ws = workspace.value();
    long us = Micros.of(at);
    var parts = new ArrayList<SqlPart>(2);
    parts.add(new SqlPart(LOCK, List.of(ws, conversation)));
    parts.add(
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
                written,
                template,
                internal,
                ws,
                ws,
                ws,
                ws,
                ws,
                us,
                ws,
                us,
                us,
                us,
                ws)));
    for (int i = 0; i < n; i++) {
      addFiles(messages.get(i), new MessageId(ids[i]), parts);
      addMentions(messages.get(i), new MessageId(ids[i]), parts);
    }
    return parts;
  }

  private void addMentions(NewMessage message, MessageId id, List<SqlPart> parts) {
    var note = message.note();
    if (note != null && !note.mentions().isEmpty())
      parts.add(MentionStore.naming(workspace, id, message, note));
  }

  private void addFiles(NewMessage message, MessageId id, List<SqlPart> parts) {
    var by = message.author().id();
    if (by != null && !message.files().isEmpty())
      parts.add(
          AttachmentStore.sending(workspace, by, message.files(), id, message.conversation()));
  }

  private List<Sent> answers(ResultSet rows) throws SQLException {
    var answers = new ArrayList<Sent>(messages.size());
    for (int i = 0; rows.next(); i++) answers.add(answer(rows, messages.get(i), ids[i]));
    return answers;
  }

  private Sent answer(ResultSet row, NewMessage asked, long id) throws SQLException {
    if (row.getBoolean("fresh")) {
      var delivery = row.getBoolean("goes_out") ? Delivery.waiting(at) : null;
      return new Sent.Stored(fresh(asked, row.getLong("seq"), id, delivery), false);
    }
    long old = row.getLong("old_seq");
    if (!row.wasNull()) return new Sent.Stored(old(asked, old, row), true);
    if (!row.getBoolean("known")) return new Sent.Refused(Refusal.UNKNOWN_INTERACTION);
    return new Sent.Refused(row.getBoolean("live") ? Refusal.NOT_THE_AGENT : Refusal.CHAT_ENDED);
  }

  private Message fresh(NewMessage asked, long seq, long id, @Nullable Delivery delivery) {
    return new Message(
        asked.conversation(),
        seq,
        new MessageId(id),
        asked.interaction(),
        asked.clientId(),
        asked.author(),
        asked.text(),
        at,
        asked.writtenAt() == null ? null : Micros.cut(asked.writtenAt()),
        delivery,
        asked.note(),
        null);
  }

  private static Message old(NewMessage asked, long seq, ResultSet row) throws SQLException {
    return new Message(
        asked.conversation(),
        seq,
        new MessageId(row.getLong("old_id")),
        asked.interaction(),
        asked.clientId(),
        asked.author(),
        row.getString("old_text"),
        Micros.instant(row, "old_at"),
        Micros.orNull(row, "old_written_at"),
        MessageStore.delivery(row),
        asked.note(),
        MessageStore.wording(row));
  }
}
