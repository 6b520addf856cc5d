package org.hiwar.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.Await;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Somebody with a long history who is deleted for good, and conversations that are older than the
/// workspace keeps them, while server and database are killed.
final class KilledRemoval {
  private static final int ACTIVITIES = 3_000;
  private static final int OLD = 1_500;
  /// In one transaction, of either.
  private static final int ERASED_AT_ONCE = 500;

  private static final int OLD_AT_ONCE = 200;
  /// Smaller than every id that was made in the last year.
  private static final long OF_THE_OLD = 1;

  private static final long OF_THE_DELETED = 1_000_000;
  private static final long KEPT_CONTACT = 1;
  private static final long DELETED_CONTACT = 2;

  private final Installation hiwar;
  private final Rows rows;
  private @Nullable AgentClient supervisor;
  private String deleted = "";

  KilledRemoval(Installation hiwar) {
    this.hiwar = hiwar;
    rows = new Rows(hiwar);
  }

  /// Both have a history; of one, nothing is kept for longer than a year.
  void prepare() {
    rows.ask(
        (db, workspace) -> {
          for (long contact : List.of(KEPT_CONTACT, DELETED_CONTACT))
            db.sql(
                    "insert into contact (workspace, id, name, search_text, created_at) values (?,"
                        + " ?, 'Kept', 'kept', now())")
                .params(workspace, contact)
                .update();
          speak(db, workspace, KEPT_CONTACT, OF_THE_OLD, OLD, 400);
          speak(db, workspace, DELETED_CONTACT, OF_THE_DELETED, ACTIVITIES, 1);
          return true;
        });
    var rule = new HashMap<String, @Nullable Object>();
    rule.put("conversations", 365);
    rule.put("recordings", null);
    rule.put("rawItems", null);
    logIn("admin").send("PUT", "/api/retention", rule).ok();
    supervisor = logIn("rana");
    var extent = supervisor.get("/api/contacts/" + DELETED_CONTACT + "/erasure").ok().body();
    assertThat(extent.get("activities").asInt()).isEqualTo(ACTIVITIES);
    deleted = "/api/contacts/" + DELETED_CONTACT + "?version=" + extent.get("version").asLong();
  }

  /// Told that who is deleted is gone: nothing more is promised. Of what was said, some has gone by
  /// now, the newest first; the transaction that removes more has begun and cannot end before what
  /// is returned is closed or the database ends.
  Rows.Held begin() {
    long left = ACTIVITIES - 2 * ERASED_AT_ONCE;
    var held = rows.hold("interaction where id = " + (OF_THE_DELETED + left - 100));
    supervisor().send("DELETE", deleted, null).ok();
    Await.until(() -> left() == left);
    return held;
  }

  /// Of what is old, which the next server finds, some will go, the oldest first, and no more
  /// before what is returned is closed or the database ends. To be called while it starts: it waits
  /// for the database.
  Rows.Held holdOld() {
    return rows.hold("interaction where id = " + (OF_THE_OLD + OLD_AT_ONCE + 100));
  }

  /// Some of what is old has gone, and more goes.
  void someOldIsGone() {
    Await.until(() -> oldLeft() == OLD - OLD_AT_ONCE);
  }

  private long oldLeft() {
    return rows.count("interaction where contact = " + KEPT_CONTACT);
  }

  private AgentClient supervisor() {
    return Objects.requireNonNull(supervisor);
  }

  private static void speak(
      JdbcClient db, long workspace, long contact, long from, int times, int days) {
    for (var statement :
        List.of(
            """
            insert into conversation (workspace, id, contact, last_seq, opened_at, closed_at, ended_at)
            select :workspace, n, :contact, 1, :then, :then, :then from generate_series(:from, :to) n\
            """,
            """
            insert into interaction (workspace, id, conversation, contact, medium, channel, direction, service, party, global_id,
              arrived_at, live_until, ended_at, ended_by, outcome)
            select :workspace, n, n, :contact, 'CHAT', 'web', 'INBOUND', (select min(id) from service where workspace = :workspace),
              '', gen_random_uuid(), :then, :then, :then, 'CUSTOMER', 'ABANDONED' from generate_series(:from, :to) n\
            """,
            """
            insert into message (workspace, conversation, seq, id, interaction, client_id, author_kind, text, at)
            select :workspace, n, 1, n, n, gen_random_uuid(), 'CUSTOMER', 'long ago', :then from generate_series(:from, :to) n\
            """))
      db.sql(statement.replace(":then", "now() - :days * interval '1 day'"))
          .param("workspace", workspace)
          .param("contact", contact)
          .param("from", from)
          .param("to", from + times - 1)
          .param("days", days)
          .update();
  }

  /// How much of what was said with whom was deleted is still there.
  long left() {
    return rows.count("interaction where contact = " + DELETED_CONTACT);
  }

  /// Whether all is gone that was to go.
  boolean isDone() {
    return left() == 0
        && rows.count("erasure where true") == 0
        && rows.count("contact where id = " + DELETED_CONTACT) == 0
        && oldLeft() == 0;
  }

  /// Each went once, and nothing else did.
  void judge() {
    assertThat(supervisor().get("/api/contacts/" + DELETED_CONTACT).status()).isEqualTo(404);
    assertThat(rows.count("message where id between 1 and " + (OF_THE_DELETED + ACTIVITIES)))
        .isZero();
    assertThat(rows.count("contact where id = " + KEPT_CONTACT)).isOne();
    assertThat(
            rows.count(
                "retention where kind = 'CONVERSATIONS' and removed_at is not null and removed = "
                    + OLD))
        .isOne();
    assertThat(
            rows.count(
                "audit_event where what = 'contact.deleted' and subject = '"
                    + DELETED_CONTACT
                    + "'"))
        .isOne();
  }

  /// How often each chat was given away, by what was said about it.
  Map<String, Long> givenAway() {
    return rows.ask(
        (db, workspace) -> {
          var given = new HashMap<String, Long>();
          db.sql("select note, count(*) from transfer where workspace = ? group by note")
              .param(workspace)
              .query(
                  row -> {
                    given.put(row.getString(1), row.getLong(2));
                  });
          return given;
        });
  }

  private AgentClient logIn(String login) {
    return AgentClient.logIn(hiwar.address(), "demo", login, login + "-demo");
  }
}
