package org.hiwar.conversation;

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
          + "where m.workspace = ? and m.conversation = ? and m.seq = ?";

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
  Reworded reword(WorkspaceId workspace, Rewording wish) {
    return database.in(
        workspace.value(),
        db -> {
          db.sql("select id from conversation where workspace = ? and id = ? for no key update")
              .params(workspace.value(), wish.conversation().value())
              .query(Long.class)
              .optional();
          var found = find(db, workspace, wish);
          if (found.isEmpty()) return new Reworded.Not(Reworded.Why.UNKNOWN);
          var message = found.get().message();
          if (!wish.agent().equals(message.author().id()))
            return new Reworded.Not(Reworded.Why.NOT_THEIRS);
          if (stands(message, wish)) return new Reworded.Done(message, false);
          var now = Micros.now(clock);
          var why = hindrance(found.get(), now);
          if (why != null) return new Reworded.Not(why);
          change(db, workspace, wish, message, now);
          var after = find(db, workspace, wish).orElseThrow().message();
          return new Reworded.Done(after.withdrawn() ? after.with(message.note()) : after, true);
        });
  }

  private static Optional<Found> find(JdbcClient db, WorkspaceId workspace, Rewording wish) {
    return db.sql(SELECT)
        .params(workspace.value(), wish.conversation().value(), wish.seq())
        .query(
            (row, number) ->
                new Found(
                    MessageStore.message(row, number),
                    row.getBoolean("out"),
                    row.getBoolean("live"),
                    row.getBoolean("open")))
        .optional();
  }

  private static boolean stands(Message message, Rewording wish) {
    return message.text().equals(wish.text() == null ? "" : wish.text());
  }

  private static Reworded.@Nullable Why hindrance(Found found, Instant now) {
    var message = found.message();
    if (message.withdrawn()) return Reworded.Why.WITHDRAWN;
    if (found.out()) return Reworded.Why.OUT;
    if (message.internal() ? !found.open() : !found.live()) return Reworded.Why.OVER;
    boolean late = message.at().plus(ConversationLimits.REWORDED_WITHIN).isBefore(now);
    return late ? Reworded.Why.TOO_LATE : null;
  }

  private static void change(
      JdbcClient db, WorkspaceId workspace, Rewording wish, Message before, Instant now) {
    db.sql(
            "insert into message_change (workspace, conversation, seq, changed_at, said) values (?,"
                + " ?, ?, ?, ?)")
        .param(workspace.value())
        .param(wish.conversation().value())
        .param(wish.seq())
        .param(Micros.parameter(now))
        .param(before.text())
        .update();
    db.sql(
            """
            update message set text = ?, withdrawn = ?, changed_at = ? where workspace = ? and conversation = ? and seq = ?\
            """)
        .param(wish.text() == null ? "" : wish.text())
        .param(wish.text() == null)
        .param(Micros.parameter(now))
        .param(workspace.value())
        .param(wish.conversation().value())
        .param(wish.seq())
        .update();
    if (before.internal()) rename(db, workspace, wish, before, now);
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
