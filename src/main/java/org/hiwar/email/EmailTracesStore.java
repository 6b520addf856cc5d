package org.hiwar.email;

import java.util.List;
import org.hiwar.contact.AddressKind;
import org.hiwar.conversation.removal.Person;
import org.hiwar.conversation.removal.Said;
import org.hiwar.conversation.removal.Traces;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Mails of people and the threads that are made of them: handed out, and removed. What others
/// wrote to somebody stays with those.
@Component
class EmailTracesStore implements Traces {
  private final Database database;

  EmailTracesStore(Database database) {
    this.database = database;
  }

  @Override
  public void remove(WorkspaceId workspace, Said said) {
    database.in(
        workspace.value(),
        db -> {
          var threads =
              db.sql("delete from email where workspace = ? and message = any(?) returning thread")
                  .params(workspace.value(), said.messages())
                  .query(Long.class)
                  .list();
          var empty = empty(db, workspace, threads);
          if (empty.length > 0) remove(db, workspace, empty);
          return empty.length;
        });
  }

  /// Of these threads, and of those joined to them, the ones in which no mail is left; one to which
  /// another is joined that has mails stays.
  private static long[] empty(JdbcClient db, WorkspaceId workspace, List<Long> threads) {
    return db
        .sql(
            """
            with recursive near(id) as (
                select unnest(?::bigint[]) union
                select t.merged_into from near n join email_thread t on t.workspace = ? and t.id = n.id where t.merged_into is not null),
              joined(id, root) as (
                select id, id from near union
                select t.id, j.root from joined j join email_thread t on t.workspace = ? and t.merged_into = j.id)
            select n.id from near n where not exists (
              select from joined j join email e on e.workspace = ? and e.thread = j.id where j.root = n.id)\
            """)
        .param(threads.toArray(Long[]::new))
        .params(workspace.value(), workspace.value(), workspace.value())
        .query(Long.class)
        .list()
        .stream()
        .mapToLong(Long::longValue)
        .toArray();
  }

  /// Those joined to one that goes have no mails either, and go with it.
  private static void remove(JdbcClient db, WorkspaceId workspace, long[] threads) {
    long ws = workspace.value();
    long[] all =
        db
            .sql(
                """
                with recursive gone(id) as (
                  select unnest(?::bigint[]) union
                  select t.id from gone g join email_thread t on t.workspace = ? and t.merged_into = g.id)
                select id from gone\
                """)
            .params(threads, ws)
            .query(Long.class)
            .list()
            .stream()
            .mapToLong(Long::longValue)
            .toArray();
    db.sql(
            "delete from email_thread_change where workspace = ? and (thread = any(?) or other ="
                + " any(?))")
        .params(ws, all, all)
        .update();
    for (var table : List.of("email_party", "email_reference", "email_acknowledgement"))
      db.sql("delete from " + table + " where workspace = ? and thread = any(?)")
          .params(ws, all)
          .update();
    db.sql("update email_thread set split_from = null where workspace = ? and split_from = any(?)")
        .params(ws, all)
        .update();
    db.sql("delete from email_thread where workspace = ? and id = any(?)").params(ws, all).update();
  }

  /// Threads of others forget that the person was in them.
  @Override
  public void remove(WorkspaceId workspace, Person person) {
    var addresses = person.known(AddressKind.EMAIL);
    if (addresses.length == 0) return;
    database.in(
        workspace.value(),
        db -> {
          db.sql("delete from email_acknowledgement where workspace = ? and recipient = any(?)")
              .params(workspace.value(), addresses)
              .update();
          return db.sql("delete from email_party where workspace = ? and address = any(?)")
              .params(workspace.value(), addresses)
              .update();
        });
  }

  @Override
  public List<Rows> rows(WorkspaceId workspace, Said said) {
    return List.of(
        new Rows(
            "mails",
            new SqlPart(
                """
                select to_jsonb(e) - 'workspace' from email e where e.workspace = ? and e.message = any(?) order by e.id\
                """,
                List.of(workspace.value(), said.messages()))));
  }
}
