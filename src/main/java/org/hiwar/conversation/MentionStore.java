package org.hiwar.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.hiwar.contact.ContactId;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Who was named in notes, and what of it they have not seen.
@Component
public class MentionStore {
  private final Database database;
  private final Clock clock;

  public MentionStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Keeps whom a note names, in the transaction that stores it and only if it did. Who names
  /// themselves needs no telling.
  static SqlPart naming(
      WorkspaceId workspace, MessageId id, NewMessage message, InternalNote note) {
    return new SqlPart(
        """
        insert into mention (workspace, message, mentioned, conversation, seq, at)
        select m.workspace, m.id, u.id, m.conversation, m.seq, m.at from message m
          join app_user u on u.workspace = m.workspace and u.id = any(?) and u.id <> m.author
        where m.workspace = ? and m.interaction = ? and m.client_id = ? and m.id = ? and m.internal\
        """,
        List.of(
            note.mentions().stream().mapToLong(UserId::value).toArray(),
            workspace.value(),
            message.interaction().value(),
            message.clientId(),
            id.value()));
  }

  /// The latest of a user, newest first.
  public List<Mention> latest(WorkspaceId workspace, UserId user, int limit) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select n.message, n.at, n.seen_at, m.interaction, m.author, m.text, coalesce(k.merged_into, k.id) as contact
                    from mention n
                      join message m on m.workspace = n.workspace and m.conversation = n.conversation and m.seq = n.seq
                      join conversation c on c.workspace = n.workspace and c.id = n.conversation
                      join contact k on k.workspace = c.workspace and k.id = c.contact
                    where n.workspace = ? and n.mentioned = ? order by n.at desc, n.message desc limit ?\
                    """)
                .param(workspace.value())
                .param(user.value())
                .param(limit)
                .query(MentionStore::mention)
                .list());
  }

  /// How many a user has not seen yet.
  public int unseen(WorkspaceId workspace, UserId user) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    "select count(*) from mention where workspace = ? and mentioned = ? and seen_at"
                        + " is null")
                .param(workspace.value())
                .param(user.value())
                .query(Integer.class)
                .single());
  }

  /// False when the user is not named there. What was seen before stays as it is.
  public boolean seen(WorkspaceId workspace, UserId user, MessageId message) {
    return database.in(
            workspace.value(),
            db ->
                db.sql(
                        """
                        update mention set seen_at = coalesce(seen_at, ?) where workspace = ? and message = ? and mentioned = ?\
                        """)
                    .param(Micros.parameter(Micros.now(clock)))
                    .param(workspace.value())
                    .param(message.value())
                    .param(user.value())
                    .update())
        > 0;
  }

  private static Mention mention(ResultSet row, @SuppressWarnings("unused") int number)
      throws SQLException {
    return new Mention(
        new MessageId(row.getLong("message")),
        new InteractionId(row.getLong("interaction")),
        new ContactId(row.getLong("contact")),
        new UserId(row.getLong("author")),
        row.getString("text"),
        Micros.instant(row, "at"),
        Micros.orNull(row, "seen_at"));
  }
}
