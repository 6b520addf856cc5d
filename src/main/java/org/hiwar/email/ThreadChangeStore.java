package org.hiwar.email;

import static org.hiwar.email.EmailStore.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hiwar.channel.AccountId;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.MessageId;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Threads that were parted and joined. A thread that was joined to another keeps its mails, its
/// token and its Message-IDs, and only says where it belongs: so that can be undone.
@Component
class ThreadChangeStore {
  private final Database database;

  ThreadChangeStore(Database database) {
    this.database = database;
  }

  /// One transaction in which nobody else parts or joins threads of this account.
  <T> T alone(WorkspaceId workspace, AccountId account, Supplier<T> work) {
    return locked(workspace, account, "pg_advisory_xact_lock", work);
  }

  /// One transaction in which nobody parts or joins threads of this account; mails may come.
  <T> T unchanged(WorkspaceId workspace, AccountId account, Supplier<T> work) {
    return locked(workspace, account, "pg_advisory_xact_lock_shared", work);
  }

  private <T> T locked(WorkspaceId workspace, AccountId account, String lock, Supplier<T> work) {
    return database.in(
        workspace.value(),
        db -> {
          db.sql("select true from " + lock + "(hashtextextended('email_thread', ?))")
              .param(account.value())
              .query(Boolean.class)
              .single();
          return work.get();
        });
  }

  /// The thread to which this one belongs by now; itself if it was joined to none.
  long root(WorkspaceId workspace, long thread) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    with recursive up as (
                      select id, merged_into from email_thread where workspace = ? and id = ?
                      union select t.id, t.merged_into from up join email_thread t on t.workspace = ? and t.id = up.merged_into)
                    select id from up where merged_into is null\
                    """)
                .param(workspace.value())
                .param(thread)
                .param(workspace.value())
                .query(Long.class)
                .optional()
                .orElse(thread));
  }

  /// A thread with all that were joined to it.
  List<Long> group(WorkspaceId workspace, long root) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    with recursive down as (
                      select ?::bigint as id
                      union select t.id from down join email_thread t on t.workspace = ? and t.merged_into = down.id)
                    select id from down\
                    """)
                .param(root)
                .param(workspace.value())
                .query(Long.class)
                .list());
  }

  /// From which thread it was parted.
  Optional<Long> splitFrom(WorkspaceId workspace, long thread) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    "select split_from from email_thread where workspace = ? and id = ? and"
                        + " split_from is not null")
                .param(workspace.value())
                .param(thread)
                .query(Long.class)
                .optional());
  }

  /// A mail as far as its place among others goes.
  ///
  /// @param message null: ours, and not stored yet
  record Placed(
      long id,
      @Nullable MessageId message,
      String messageId,
      String inReplyTo,
      List<String> references) {
    boolean names(Collection<String> messageIds) {
      return messageIds.contains(inReplyTo) || references.stream().anyMatch(messageIds::contains);
    }
  }

  List<Placed> mails(WorkspaceId workspace, Collection<Long> threads) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select id, message, message_id, in_reply_to, reference_ids from email where workspace = ? and thread = any(?) order by id\
                    """)
                .param(workspace.value())
                .param(threads.toArray(Long[]::new))
                .query(
                    (row, _) -> {
                      long message = row.getLong(2);
                      return new Placed(
                          row.getLong(1),
                          row.wasNull() ? null : new MessageId(message),
                          row.getString(3),
                          row.getString(4),
                          List.of((String[]) row.getArray(5).getArray()));
                    })
                .list());
  }

  /// Gives mails and Message-IDs to a thread that was parted from another.
  void part(
      WorkspaceId workspace,
      AccountId account,
      long thread,
      long from,
      Collection<Long> mails,
      Collection<String> messageIds) {
    database.in(
        workspace.value(),
        db -> {
          db.sql("update email_thread set split_from = ? where workspace = ? and id = ?")
              .param(from)
              .param(workspace.value())
              .param(thread)
              .update();
          db.sql("update email set thread = ? where workspace = ? and id = any(?)")
              .param(thread)
              .param(workspace.value())
              .param(mails.toArray(Long[]::new))
              .update();
          return db.sql(
                  """
                  update email_reference set thread = ? where workspace = ? and account = ? and message_id = any(?)\
                  """)
              .param(thread)
              .param(workspace.value())
              .param(account.value())
              .param(messageIds.toArray(String[]::new))
              .update();
        });
  }

  /// Gives a Message-ID to another thread, unless a mail of the first has it.
  void moveMessageId(
      WorkspaceId workspace, AccountId account, String messageId, long from, long to) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    update email_reference r set thread = ? where r.workspace = ? and r.account = ? and r.message_id = ? and r.thread = ? and not r.ours
                    and not exists (select from email e where e.workspace = r.workspace and e.account = r.account and e.message_id = r.message_id and e.thread = r.thread)\
                    """)
                .param(to)
                .param(workspace.value())
                .param(account.value())
                .param(messageId)
                .param(from)
                .update());
  }

  /// @param into null: it is one of its own again
  void join(WorkspaceId workspace, long thread, @Nullable Long into) {
    database.in(
        workspace.value(),
        db ->
            db.sql("update email_thread set merged_into = ? where workspace = ? and id = ?")
                .param(into)
                .param(workspace.value())
                .param(thread)
                .update());
  }

  void add(WorkspaceId workspace, ThreadChange change) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    insert into email_thread_change (workspace, id, kind, thread, other, interactions, by_user, at)
                    values (?, ?, ?, ?, ?, ?, ?, ?)\
                    """)
                .param(workspace.value())
                .param(change.id())
                .param(change.kind().name())
                .param(change.thread())
                .param(change.other())
                .param(
                    change.interactions().stream().map(InteractionId::value).toArray(Long[]::new))
                .param(change.by().value())
                .param(time(change.at()))
                .update());
  }

  /// The last one that holds of this thread.
  Optional<ThreadChange> last(WorkspaceId workspace, long thread) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select * from email_thread_change where workspace = ? and thread = ? and undone_at is null order by id desc limit 1\
                    """)
                .param(workspace.value())
                .param(thread)
                .query(ThreadChangeStore::change)
                .optional());
  }

  void undone(WorkspaceId workspace, long change, UserId by, Instant at) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    update email_thread_change set undone_by = ?, undone_at = ? where workspace = ? and id = ? and undone_at is null\
                    """)
                .param(by.value())
                .param(time(at))
                .param(workspace.value())
                .param(change)
                .update());
  }

  private static ThreadChange change(ResultSet row, @SuppressWarnings("unused") int number)
      throws SQLException {
    return new ThreadChange(
        row.getLong("id"),
        ThreadChange.Kind.valueOf(row.getString("kind")),
        row.getLong("thread"),
        row.getLong("other"),
        Arrays.stream((Long[]) row.getArray("interactions").getArray())
            .map(InteractionId::new)
            .toList(),
        new UserId(row.getLong("by_user")),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }

  /// What is shown of a thread.
  ///
  /// @param thread to which all belong
  /// @param subject of its first mail
  /// @param mails how many
  record Summary(long thread, String subject, int mails, Instant lastAt) {}

  /// @param threads the ones that were joined to it included
  Optional<Summary> summary(WorkspaceId workspace, long root, Collection<Long> threads) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select (array_agg(subject order by id))[1] as subject, count(*) as mails, max(at) as last_at
                    from email where workspace = ? and thread = any(?) having count(*) > 0\
                    """)
                .param(workspace.value())
                .param(threads.toArray(Long[]::new))
                .query(
                    (row, _) ->
                        new Summary(
                            root,
                            row.getString("subject"),
                            row.getInt("mails"),
                            row.getObject("last_at", OffsetDateTime.class).toInstant()))
                .optional());
  }
}
