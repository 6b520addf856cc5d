package org.hiwar.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Changes messages, and keeps what they said before.
final class MessageChangeStore {
  private static final String SELECT =
      "select "
          + MessageStore.COLUMNS
          + """
          , d.state is not null as out, i.live_until is null as live, c.closed_at is null as open from message m
            join conversation c on c.workspace = m.workspace and c.id = m.conversation
            join interaction i on i.workspace = m.workspace and i.id = m.interaction
          """
          + MessageStore.DELIVERY
          + "where m.workspace = ? and m.conversation = ? and ";

  private final Database database;
  private final Clock clock;

  MessageChangeStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// A message, whether an account has carried it out, and whether its chat and its conversation go
  /// on.
  private record Found(Message message, boolean out, boolean live, boolean open) {}

  /// Of a note that is withdrawn, `Done` still says whom it named.
  ///
  /// @param carried what has gone out is changed there
  Reworded reword(WorkspaceId workspace, Rewording wish, boolean carried) {
    return database.in(
        workspace.value(),
        db -> {
          lock(db, workspace, wish.conversation());
          var found = find(db, workspace, wish);
          if (found.isEmpty()) return new Reworded.Not(Reworded.Why.UNKNOWN);
          var message = found.get().message();
          if (!wish.agent().equals(message.author().id()))
            return new Reworded.Not(Reworded.Why.NOT_THEIRS);
          if (stands(message, wish)) return new Reworded.Done(message, false);
          var now = Micros.now(clock);
          var why = hindrance(found.get(), now, carried);
          if (why != null) return new Reworded.Not(why);
          change(db, workspace, message, wish.text(), now, now);
          if (message.internal()) rename(db, workspace, wish, message, now);
          var after = find(db, workspace, wish).orElseThrow().message();
          return new Reworded.Done(after.withdrawn() ? after.with(message.note()) : after, true);
        });
  }

  /// Why what has gone out is not to be changed; empty: nothing is in the way.
  Optional<Reworded.Why> hindranceOut(WorkspaceId workspace, Rewording wish) {
    return database.in(
        workspace.value(),
        db -> {
          var found = find(db, workspace, wish);
          return found.isEmpty()
              ? Optional.of(Reworded.Why.UNKNOWN)
              : Optional.ofNullable(hindrance(found.get(), Micros.now(clock), true));
        });
  }

  /// Empty: it waits to go out, has failed to, or its provider gives it no name.
  Optional<SentOut> sentOut(WorkspaceId workspace, Rewording wish) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select d.account, i.channel, d.recipient, d.external_id,
                      exists (select from attachment a where a.workspace = d.workspace and a.message = d.message) as files
                    from delivery d join interaction i on i.workspace = d.workspace and i.id = d.interaction
                    where d.workspace = ? and d.conversation = ? and d.seq = ? and d.external_id is not null
                      and d.state in ('SENT', 'DELIVERED', 'READ')\
                    """)
                .params(workspace.value(), wish.conversation().value(), wish.seq())
                .query(
                    (row, _) ->
                        new SentOut(
                            row.getLong("account"),
                            row.getString("channel"),
                            row.getString("recipient"),
                            row.getString("external_id"),
                            row.getBoolean("files")))
                .optional());
  }

  /// As the message stands now; empty: the customer has written none of the kind in what goes on.
  Optional<Message> reword(WorkspaceId workspace, CustomersChange change) {
    return database.in(
        workspace.value(),
        db -> {
          lock(db, workspace, change.conversation());
          var found = find(db, workspace, change);
          if (found.filter(Found::live).isEmpty()) return Optional.<Message>empty();
          var message = found.get().message();
          if (message.author().kind() != AuthorKind.CUSTOMER) return Optional.<Message>empty();
          var now = Micros.now(clock);
          var at = change.at() == null ? now : change.at();
          if (message.text().equals(change.text()) || isLater(message, at))
            return Optional.of(message);
          change(db, workspace, message, change.text(), at, now);
          return find(db, workspace, change).map(Found::message);
        });
  }

  /// A later change is there already.
  private static boolean isLater(Message message, Instant than) {
    return message.wording() != null && message.wording().at().isAfter(than);
  }

  private static void lock(JdbcClient db, WorkspaceId workspace, ConversationId conversation) {
    db.sql("select id from conversation where workspace = ? and id = ? for no key update")
        .params(workspace.value(), conversation.value())
        .query(Long.class)
        .optional();
  }

  private static Optional<Found> find(JdbcClient db, WorkspaceId workspace, Rewording wish) {
    return db.sql(SELECT + "m.seq = ?")
        .params(workspace.value(), wish.conversation().value(), wish.seq())
        .query(MessageChangeStore::found)
        .optional();
  }

  private static Optional<Found> find(
      JdbcClient db, WorkspaceId workspace, CustomersChange change) {
    return db.sql(SELECT + "m.interaction = ? and m.client_id = ?")
        .param(workspace.value())
        .param(change.conversation().value())
        .param(change.interaction().value())
        .param(change.clientId())
        .query(MessageChangeStore::found)
        .optional();
  }

  private static Found found(ResultSet row, int number) throws SQLException {
    return new Found(
        MessageStore.message(row, number),
        row.getBoolean("out"),
        row.getBoolean("live"),
        row.getBoolean("open"));
  }

  private static boolean stands(Message message, Rewording wish) {
    return message.text().equals(wish.text() == null ? "" : wish.text());
  }

  private static Reworded.@Nullable Why hindrance(Found found, Instant now, boolean carried) {
    var message = found.message();
    if (message.withdrawn()) return Reworded.Why.WITHDRAWN;
    if (found.out() && !carried) return Reworded.Why.OUT;
    if (message.internal() ? !found.open() : !found.live()) return Reworded.Why.OVER;
    boolean late = message.at().plus(ConversationLimits.REWORDED_WITHIN).isBefore(now);
    return late ? Reworded.Why.TOO_LATE : null;
  }

  /// @param text null: nothing any more
  /// @param at when it was changed
  private static void change(
      JdbcClient db,
      WorkspaceId workspace,
      Message before,
      @Nullable String text,
      Instant at,
      Instant now) {
    db.sql(
            "insert into message_change (workspace, conversation, seq, changed_at, said) values (?,"
                + " ?, ?, ?, ?)")
        .param(workspace.value())
        .param(before.conversation().value())
        .param(before.seq())
        .param(Micros.parameter(now))
        .param(before.text())
        .update();
    db.sql(
            """
            update message set text = ?, withdrawn = ?, changed_at = ? where workspace = ? and conversation = ? and seq = ?\
            """)
        .param(text == null ? "" : text)
        .param(text == null)
        .param(Micros.parameter(at))
        .param(workspace.value())
        .param(before.conversation().value())
        .param(before.seq())
        .update();
  }

  /// Who is named from now on; who was named stays so, unless nothing is said any more.
  private static void rename(
      JdbcClient db, WorkspaceId workspace, Rewording wish, Message note, Instant now) {
    if (wish.text() == null)
      db.sql("delete from mention where workspace = ? and message = ?")
          .params(workspace.value(), note.id().value())
          .update();
    else
      db.sql(
              """
              insert into mention (workspace, message, mentioned, conversation, seq, at)
              select u.workspace, ?, u.id, ?, ?, ? from app_user u where u.workspace = ? and u.id = any(?) and u.id <> ?
              on conflict do nothing\
              """)
          .param(note.id().value())
          .param(wish.conversation().value())
          .param(wish.seq())
          .param(Micros.parameter(now))
          .param(workspace.value())
          .param(wish.mentions().stream().map(UserId::value).toArray(Long[]::new))
          .param(wish.agent().value())
          .update();
  }

  List<Earlier> earlier(WorkspaceId workspace, ConversationId conversation, long seq) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select said, changed_at from message_change where workspace = ? and conversation = ? and seq = ?
                    order by changed_at limit ?\
                    """)
                .params(workspace.value(), conversation.value(), seq, ConversationLimits.PAGE)
                .query(
                    (row, _) ->
                        new Earlier(row.getString("said"), Micros.instant(row, "changed_at")))
                .list());
  }
}
