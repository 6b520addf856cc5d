package org.hiwar.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hiwar.Requirement;
import org.hiwar.conversation.Message;
import org.hiwar.conversation.Scene;
import org.hiwar.testing.Await;
import org.hiwar.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

/// An item that will not go in, wherever that shows, is set aside after some tries; whoever else
/// writes is not held up by it. A database that is away is nobody's fault.
class PoisonedInboxTest {
  private static final String POISON = "poison-of-the-inbox-test ";
  private static final String PETRA = "+4915112345670";
  private static final String HANNA = "+4915112345671";
  private static final String OTTO = "+4915112345672";

  private final ChannelScene it = new ChannelScene();
  private final Scene scene = it.scene;
  private final AtomicInteger number = new AtomicInteger();

  /// Whatever is to be stored with that text fails as the text says.
  @BeforeAll
  static void poison() {
    ddl(
        """
        create function poison_of_the_inbox_test() returns trigger language plpgsql as $$
        begin
          if tg_table_name = 'message' and new.text like '%1$s%%' then
            raise exception 'poison' using errcode = substr(new.text, length('%1$s') + 1, 5);
          end if;
          return new;
        end $$;
        create function poisoned_note_of_the_inbox_test() returns trigger language plpgsql as $$
        begin
          if new.state = 'TAKEN' and new.external_id like '%1$s%%' then
            raise exception 'poison' using errcode = '23514';
          end if;
          return new;
        end $$;
        create trigger poison_of_the_inbox_test before insert on message
          for each row execute function poison_of_the_inbox_test();
        create trigger poison_of_the_inbox_test before update on inbound_item
          for each row execute function poisoned_note_of_the_inbox_test()
        """
            .formatted(POISON));
  }

  @AfterAll
  static void cure() {
    ddl(
        """
        drop function poison_of_the_inbox_test() cascade;
        drop function poisoned_note_of_the_inbox_test() cascade
        """);
  }

  private static void ddl(String sql) {
    TestDatabase.database().inDirectory(db -> db.sql(sql).update());
  }

  @AfterEach
  void close() {
    it.close();
  }

  private String comes(String from, String text) {
    var id = "n" + number.incrementAndGet();
    it.comesIn(id, "message|" + id + "|" + from + "||" + text);
    return id;
  }

  /// Each has an interaction, so that what they write next is stored by the batch.
  private void allWrite() {
    for (var from : List.of(PETRA, HANNA, OTTO)) comes(from, "hello");
    it.settled();
  }

  private List<String> shown() {
    return scene.published.stream().map(Message::text).toList();
  }

  private long theOnlyOneAside() {
    return scene.database.in(
        scene.workspace.value(),
        db ->
            db.sql("select id from inbound_item where workspace = ? and state = 'ASIDE'")
                .params(scene.workspace.value())
                .query(Long.class)
                .single());
  }

  private int tries() {
    return scene.database.in(
        scene.workspace.value(),
        db ->
            db.sql("select coalesce(max(tries), 0) from inbound_item where workspace = ?")
                .params(scene.workspace.value())
                .query(Integer.class)
                .single());
  }

  @Test
  @Requirement("S0-34")
  void whatTheDatabaseRefusesForGoodIsSetAsideAndItsNeighboursAreStored() {
    allWrite();
    for (var state : List.of("23514", "22001", "P0001", "XX001", "21000"))
      comes(PETRA, POISON + state);
    for (int i = 0; i < 5; i++) {
      comes(HANNA, "more " + i);
      comes(OTTO, "more " + i);
    }
    comes(PETRA, "and I?");
    it.settled();
    assertThat(it.states()).filteredOn("ASIDE not-storable"::equals).hasSize(5);
    assertThat(it.states()).filteredOn("TAKEN"::equals).hasSize(14);
    assertThat(shown()).hasSize(14).contains("and I?");
    assertThat(tries()).as("and then once more").isEqualTo(ChannelLimits.ITEM_TRIES - 1);
  }

  @Test
  void whatWasSetAsideIsHadAgainWhenItsReasonIsGone() {
    comes("raw \0", "who am I?");
    comes(HANNA, "hello");
    it.settled();
    assertThat(it.states()).containsExactlyInAnyOrder("ASIDE not-storable", "TAKEN");
    assertThat(shown()).containsExactly("hello");

    assertThat(it.store.again(scene.workspace, theOnlyOneAside())).isTrue();
    it.restart();
    it.settled();
    assertThat(it.states()).containsExactlyInAnyOrder("ASIDE not-storable", "TAKEN");
  }

  /// As a statement that takes too long says, or a memory that does not suffice: for this one
  /// alone.
  @Test
  void whatTheDatabaseIsNeverThereForIsSetAsideWhenItIsThereForOthers() {
    allWrite();
    comes(PETRA, POISON + "57014");
    Await.until(
        () -> {
          comes(HANNA, "more");
          return it.states().contains("ASIDE failed");
        });
    comes(PETRA, "and I?");
    it.settled();
    assertThat(shown()).contains("and I?");
    assertThat(it.states().stream().filter(state -> !state.equals("TAKEN")))
        .containsExactly("ASIDE failed");
  }

  @Test
  void aDatabaseThatCannotStoreIsNobodysFault() {
    allWrite();
    var read = new AtomicInteger();
    it.channel.beforeRead = _ -> read.incrementAndGet();
    for (var from : List.of(PETRA, HANNA, OTTO)) comes(from, POISON + "53100");
    int each = 4;
    Await.until(() -> read.get() > 3 * each);
    assertThat(it.states()).filteredOn("WAITING"::equals).hasSize(3);
    assertThat(tries()).isZero();
  }

  @Test
  void anItemOfWhichNothingCanBeNotedKeepsNoOtherFromBeingNoted() {
    allWrite();
    it.comesIn(POISON, "message|p|" + PETRA + "||hello again");
    comes(HANNA, "more");
    it.settled();
    assertThat(it.states().stream().filter(state -> !state.equals("TAKEN")))
        .containsExactly("ASIDE failed");
    assertThat(shown()).hasSize(5).contains("hello again", "more");
  }

  /// A fault of ours in reading: what overflows the stack is no exception.
  @Test
  void anItemThatBreaksItsReaderIsSetAside() {
    it.channel.beforeRead =
        item -> {
          if (item.externalId().equals("deep")) throw new StackOverflowError();
          if (item.externalId().equals("strange")) throw new LinkageError("strange");
        };
    it.comesIn("deep", "message|d|" + PETRA + "||deep");
    it.comesIn("strange", "message|s|" + PETRA + "||strange");
    comes(PETRA, "hello");
    it.settled();
    assertThat(it.states()).containsExactly("ASIDE unreadable", "ASIDE unreadable", "TAKEN");
    assertThat(shown()).containsExactly("hello");
  }

  @Test
  void anItemForWhichReadingNeverFindsTheDatabaseHoldsUpNobody() {
    it.channel.beforeRead =
        item -> {
          if (item.externalId().equals("slow")) throw new QueryTimeoutException("too long");
        };
    it.comesIn("slow", "message|s|" + PETRA + "||slow");
    var other = it.account("+4915550000002", true);
    Await.until(
        () -> {
          var id = "o" + number.incrementAndGet();
          it.inboxNow()
              .keep(other, id, ("message|" + id + "|" + HANNA + "||more").getBytes())
              .join();
          return it.states().contains("ASIDE failed");
        });
    comes(PETRA, "hello");
    it.settled();
    assertThat(shown()).contains("hello", "more").doesNotContain("slow");
  }
}
