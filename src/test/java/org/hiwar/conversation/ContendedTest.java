package org.hiwar.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hiwar.conversation.Scene.now;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.hiwar.contact.Address;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.Trust;
import org.hiwar.testing.Await;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.Medium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Somebody has locked the contact and wants its conversation, while what begins has locked the
/// conversation and wants the contact. PostgreSQL takes one of the two back; what was taken back is
/// done again, and is there once.
class ContendedTest {
  private static final String NUMBER = "+493012345678";
  /// PostgreSQL takes the one back who has waited for longest; on a busy machine that may be the
  /// other one, and then there is another clash.
  private static final int CLASHES = 10;

  private final Scene scene = new Scene();
  private Arrival first;

  @BeforeEach
  void somebodyIsTalkedTo() {
    first = scene.call(NUMBER);
    scene.commit(new InteractionChange.Accepted(first.interaction(), scene.amal, now()));
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void aCallThatComesInIsThereOnce() throws Exception {
    var told = new CopyOnWriteArrayList<InteractionId>();
    var call = new IncomingPhoneCall(scene.voice, NUMBER, "+4930901820", "ar", now());
    isDoneOnce(
        () ->
            scene
                .calls
                .arrive(
                    scene.workspace,
                    call,
                    arrival -> {
                      told.add(arrival.interaction());
                      return List.of();
                    })
                .interaction());
    assertThat(told).hasSizeGreaterThan(1).last().isEqualTo(newest());
  }

  @Test
  void aCallThatAnAgentBeginsIsThereOnce() throws Exception {
    isDoneOnce(() -> scene.dial(NUMBER, first.conversation()).interaction());
  }

  @Test
  void whatAnAgentWritesFirstIsThereOnce() throws Exception {
    var writings = new Writings(scene.database, scene.calls, TestDatabase.ids(), Clock.systemUTC());
    isDoneOnce(
        () ->
            switch (writings.begin(scene.workspace, message())) {
              case BegunWriting.Begun begun -> begun.interaction();
              case BegunWriting.Going going -> going.interaction();
              case BegunWriting.Known known -> known.message().interaction();
            });
  }

  /// By another account each time: what is begun by one goes on.
  private OutgoingMessage message() {
    return new OutgoingMessage(
        scene.amal,
        scene.service,
        Medium.CHAT,
        "sms",
        TestDatabase.ids().next(),
        new Address(AddressKind.PHONE, NUMBER, Trust.CONFIRMED),
        null,
        null,
        first.conversation(),
        UUID.randomUUID(),
        now());
  }

  private void isDoneOnce(Callable<InteractionId> begins) throws Exception {
    for (int clash = 0; clash < CLASHES; clash++) {
      long before = interactions();
      var other = new AtomicReference<Boolean>();
      var begun = clash(begins, other);
      assertThat(interactions()).isEqualTo(before + 1);
      assertThat(begun).isEqualTo(newest());
      assertThat(scene.interaction(begun).conversation()).isEqualTo(first.conversation());
      if (Boolean.TRUE.equals(other.get())) return;
    }
    throw new AssertionError("it was never taken back");
  }

  /// @param stays whether the other one was not taken back, but what begins
  private InteractionId clash(Callable<InteractionId> begins, AtomicReference<Boolean> stays)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var begun = new AtomicReference<Future<InteractionId>>();
      try {
        stays.set(
            scene.database.in(
                scene.workspace.value(),
                db -> {
                  lock(db, "contact", first.contact().value());
                  begun.set(threads.submit(begins));
                  int own = db.sql("select pg_backend_pid()").query(Integer.class).single();
                  Await.until(() -> somebodyWaits(db, own));
                  lock(db, "conversation", first.conversation().value());
                  return true;
                }));
      } catch (PessimisticLockingFailureException _) {
        stays.set(false);
      }
      return Objects.requireNonNull(begun.get()).get();
    }
  }

  private void lock(JdbcClient db, String table, long id) {
    assertThat(
            db.sql("select id from " + table + " where workspace = ? and id = ? for update")
                .params(scene.workspace.value(), id)
                .query(Long.class)
                .list())
        .hasSize(1);
  }

  /// For the transaction of this backend; asked on another connection.
  private static boolean somebodyWaits(JdbcClient db, int backend) {
    return db.sql(
            "select exists (select from pg_locks where not granted and ? ="
                + " any(pg_blocking_pids(pid)))")
        .param(backend)
        .query(Boolean.class)
        .single();
  }

  private long interactions() {
    return number("count(*)");
  }

  private InteractionId newest() {
    return new InteractionId(number("max(id)"));
  }

  private long number(String what) {
    return scene.database.in(
        scene.workspace.value(),
        db ->
            db.sql("select " + what + " from interaction where workspace = ?")
                .param(scene.workspace.value())
                .query(Long.class)
                .single());
  }
}
