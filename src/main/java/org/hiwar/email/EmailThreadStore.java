package org.hiwar.email;

import static org.hiwar.email.EmailStore.time;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hiwar.channel.AccountId;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Threads of mails, everybody who is in them, and every Message-ID that names them.
@Component
public class EmailThreadStore {
  private final Database database;

  /// A thread that a Message-ID names.
  ///
  /// @param party whether the person in question is in one of its mails
  record Named(long thread, boolean party) {}

  /// @param token in our address, so that answers name the thread
  record EmailThread(long id, String token) {}

  public EmailThreadStore(Database database) {
    this.database = database;
  }

  /// What is done with it in one transaction.
  <T> T together(WorkspaceId workspace, Supplier<T> work) {
    return database.in(workspace.value(), _ -> work.get());
  }

  Optional<Long> byToken(WorkspaceId workspace, AccountId account, String token) {
    return database.in(
        workspace.value(),
        db ->
            db.sql("select id from email_thread where workspace = ? and account = ? and token = ?")
                .param(workspace.value())
                .param(account.value())
                .param(token)
                .query(Long.class)
                .optional());
  }

  /// The thread of the last of `messageIds` that is known, one with this person before others.
  Optional<Named> byMessageIds(
      WorkspaceId workspace, AccountId account, List<String> messageIds, String person) {
    if (messageIds.isEmpty()) return Optional.empty();
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select r.thread, p.address is not null as party
                    from unnest(?::text[]) with ordinality as t(message_id, nr)
                    join email_reference r on r.workspace = ? and r.account = ? and r.message_id = t.message_id
                    left join email_party p on p.workspace = r.workspace and p.thread = r.thread and p.address = ?
                    order by party desc, t.nr desc limit 1\
                    """)
                .param(messageIds.toArray(String[]::new))
                .param(workspace.value())
                .param(account.value())
                .param(person)
                .query((row, _) -> new Named(row.getLong(1), row.getBoolean(2)))
                .optional());
  }

  /// Where the Message-ID is noted; empty: nowhere.
  Optional<Long> byMessageId(WorkspaceId workspace, AccountId account, String messageId) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select thread from email_reference where workspace = ? and account = ? and message_id = ? and not ours\
                    """)
                .param(workspace.value())
                .param(account.value())
                .param(messageId)
                .query(Long.class)
                .optional());
  }

  /// The latest thread of this subject in which this person is, and in which somebody wrote since.
  Optional<Long> bySubject(
      WorkspaceId workspace, AccountId account, String subject, String person, Instant since) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select t.id from email_party p join email_thread t on t.workspace = p.workspace and t.id = p.thread
                    where p.workspace = ? and p.address = ? and t.account = ? and t.subject = ? and t.last_at >= ?
                    order by t.last_at desc, t.id desc limit 1\
                    """)
                .param(workspace.value())
                .param(person)
                .param(account.value())
                .param(subject)
                .param(time(since))
                .query(Long.class)
                .optional());
  }

  /// Which of these Message-IDs we have given ourselves.
  List<String> ours(WorkspaceId workspace, AccountId account, Collection<String> messageIds) {
    if (messageIds.isEmpty()) return List.of();
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select message_id from email_reference where workspace = ? and account = ? and message_id = any(?) and ours\
                    """)
                .param(workspace.value())
                .param(account.value())
                .param(messageIds.toArray(String[]::new))
                .query(String.class)
                .list());
  }

  Optional<EmailThread> find(WorkspaceId workspace, long thread) {
    return database.in(
        workspace.value(),
        db ->
            db.sql("select id, token from email_thread where workspace = ? and id = ?")
                .param(workspace.value())
                .param(thread)
                .query((row, _) -> new EmailThread(row.getLong(1), row.getString(2)))
                .optional());
  }

  /// Adds a mail to a thread, which begins with its first. Done again, it changes nothing.
  ///
  /// @param token of the thread if it begins
  /// @param messageId of the mail; empty: it has none
  /// @param before that the mail refers to
  void add(
      WorkspaceId workspace,
      EmailThread thread,
      AccountId account,
      String subject,
      Collection<String> parties,
      String messageId,
      boolean ours,
      Collection<String> before,
      Instant at) {
    database.in(
        workspace.value(),
        db -> {
          db.sql(
                  """
                  insert into email_thread (workspace, id, account, token, subject, began_at, last_at)
                  values (:workspace, :id, :account, :token, :subject, :at, :at)
                  on conflict (workspace, id) do update set last_at = greatest(email_thread.last_at, excluded.last_at)\
                  """)
              .param("workspace", workspace.value())
              .param("id", thread.id())
              .param("account", account.value())
              .param("token", thread.token())
              .param("subject", subject)
              .param("at", time(at))
              .update();
          db.sql(
                  """
                  insert into email_party (workspace, thread, address)
                  select ?, ?, address from (select distinct unnest(?::text[]) as address) a on conflict do nothing\
                  """)
              .param(workspace.value())
              .param(thread.id())
              .param(parties.toArray(String[]::new))
              .update();
          return db.sql(
                  """
                  insert into email_reference (workspace, account, message_id, thread, ours)
                  select distinct on (i.id) ?, ?, i.id, ?, i.ours
                  from (select ? as id, ?::boolean as ours union all select unnest(?::text[]), false) i
                  where i.id <> '' order by i.id, i.ours desc
                  on conflict do nothing\
                  """)
              .param(workspace.value())
              .param(account.value())
              .param(thread.id())
              .param(messageId)
              .param(ours)
              .param(before.toArray(String[]::new))
              .update();
        });
  }
}
