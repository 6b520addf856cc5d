package org.hiwar.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.hiwar.Requirement;
import org.hiwar.channel.Inbox.Kept;
import org.hiwar.conversation.EndedBy;
import org.hiwar.conversation.InteractionChange;
import org.hiwar.conversation.Message;
import org.hiwar.conversation.Outcome;
import org.hiwar.conversation.Scene;
import org.hiwar.testing.Await;
import org.hiwar.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What comes in by an account: kept as it came, read once, and joined to what goes on.
class InboxTest {
  private static final String PETRA = "+4915112345678";

  private final ChannelScene it = new ChannelScene();
  private final Scene scene = it.scene;

  @AfterEach
  void close() {
    it.close();
  }

  @Test
  void whatComesTwiceIsKeptOnceAndReadOnce() {
    assertThat(it.comesIn("a", "message|m1|" + PETRA + "||hello")).isEqualTo(Kept.STORED);
    assertThat(it.comesIn("a", "message|m1|" + PETRA + "||hello")).isEqualTo(Kept.KNOWN);
    assertThat(it.comesIn("b", "message|m1|" + PETRA + "||hello"))
        .as("another item with the same message")
        .isEqualTo(Kept.STORED);
    it.settled();
    assertThat(scene.published).extracting(Message::text).containsExactly("hello");
    assertThat(it.states()).containsExactly("TAKEN", "TAKEN");
  }

  @Test
  void theOneThatCannotBeReadIsSetAsideAndTheOthersGoIn() {
    it.comesIn("a", "nonsense");
    it.comesIn("b", "nothing");
    it.comesIn("c", "aside");
    it.comesIn("d", "message|m|" + PETRA + "||hello");
    it.comesIn("e", "message|n|" + PETRA + "|| ");
    it.settled();
    assertThat(it.states())
        .containsExactly(
            "ASIDE unreadable", "NOTHING typing", "ASIDE odd", "TAKEN", "ASIDE invalid-text");
    assertThat(scene.published).hasSize(1);
  }

  @Test
  @Requirement({"S0-22", "S0-52", "S0-53"})
  void aSenderBecomesAContactAndIsRecognisedInEverySpelling() {
    it.comesIn("a", "message|m1|0049 151 12345678|Petra|hello");
    it.settled();
    var first = scene.published.getFirst();
    end(first);
    it.comesIn("b", "message|m2|+49 (151) 1234-5678|Somebody|again");
    it.settled();
    var contact = scene.conversation(first.conversation()).contact();
    var second = scene.published.getLast();
    assertThat(second.conversation()).isNotEqualTo(first.conversation());
    assertThat(scene.conversation(second.conversation()).contact()).isEqualTo(contact);
    assertThat(scene.contacts.find(scene.workspace, contact).orElseThrow().name())
        .isEqualTo("Petra");
    assertThat(scene.call(PETRA).contact()).as("a call from the same number").isEqualTo(contact);
  }

  @Test
  @Requirement("S0-19")
  void whatComesWhileACallGoesOnJoinsItsConversation() {
    var call = scene.call(PETRA);
    scene.commit(new InteractionChange.Accepted(call.interaction(), scene.amal, Scene.now()));
    it.customer(PETRA, "and by text");
    it.settled();
    var message = scene.published.getFirst();
    assertThat(message.conversation()).isEqualTo(call.conversation());
    assertThat(scene.arrivals.getLast().owner())
        .as("offered to whoever has it")
        .isEqualTo(scene.amal);
    assertThat(scene.interaction(message.interaction()).account())
        .isEqualTo(it.account.id().value());
  }

  @Test
  @Requirement("S0-18")
  void aReplyJoinsTheLiveInteractionWhoeversContactItHasBecome() {
    it.customer(PETRA, "hello");
    it.settled();
    var first = scene.published.getFirst();
    it.accept(first);
    var other = scene.contacts.create(scene.workspace, "Hanna", null);
    assertThat(
            scene.conversations.attach(
                scene.workspace, first.conversation(), scene.amal, other.id()))
        .hasToString("DONE");
    it.customer(PETRA, "more");
    it.settled();
    assertThat(scene.published.getLast().interaction()).isEqualTo(first.interaction());
    assertThat(scene.published.getLast().seq()).isEqualTo(2);
  }

  @Test
  @Requirement("S0-20")
  void afterItsEndAMessageBeginsAConversationOfTheSameContact() {
    it.customer(PETRA, "hello");
    it.settled();
    var first = scene.published.getFirst();
    end(first);
    it.customer(PETRA, "one more thing");
    it.settled();
    var second = scene.published.getLast();
    assertThat(second.conversation()).isNotEqualTo(first.conversation());
    assertThat(scene.conversation(second.conversation()).contact())
        .isEqualTo(scene.conversation(first.conversation()).contact());
    assertThat(scene.arrivals.getLast().owner()).as("nobody's yet").isNull();
    assertThat(scene.arrivals.getLast().lastAgent()).isEqualTo(scene.amal);
  }

  @Test
  @Requirement("S0-55")
  void aNumberThatSeveralShareChoosesNoneOfThem() {
    var hanna = scene.contacts.create(scene.workspace, "Hanna", null);
    var otto = scene.contacts.create(scene.workspace, "Otto", null);
    for (var contact : List.of(hanna, otto))
      scene.contacts.addAddress(
          scene.workspace,
          contact.id(),
          new org.hiwar.contact.Address(
              org.hiwar.contact.AddressKind.PHONE, PETRA, org.hiwar.contact.Trust.CONFIRMED));
    it.customer(PETRA, "who am I?");
    it.settled();
    var message = scene.published.getFirst();
    var contact = scene.conversation(message.conversation()).contact();
    assertThat(contact).isNotIn(hanna.id(), otto.id());
    assertThat(scene.contacts.sharing(scene.workspace, contact))
        .extracting(org.hiwar.contact.ContactSummary::id)
        .containsExactlyInAnyOrder(hanna.id(), otto.id());
    end(message);
    it.customer(PETRA, "still me");
    it.settled();
    assertThat(scene.conversation(scene.published.getLast().conversation()).contact())
        .as("found again, and no fourth is made")
        .isEqualTo(contact);
  }

  @Test
  void whatWasOnlyShownIsAttestedByProof() {
    it.comesIn("a", "message|m1|" + PETRA + "?||hello");
    it.settled();
    var first = scene.published.getFirst();
    assertThat(trust(first)).hasToString("PRESENTED");
    end(first);
    it.comesIn("b", "message|m2|" + PETRA + "||again");
    it.settled();
    assertThat(trust(scene.published.getLast())).hasToString("ATTESTED");
  }

  @Test
  void threadsOfOneSenderAreInteractionsOfTheirOwnInOneConversation() {
    it.comesIn("a", "message|m1|" + PETRA + "#1||first");
    it.comesIn("b", "message|m2|" + PETRA + "#2||second");
    it.comesIn("c", "message|m3|" + PETRA + "#1||more of the first");
    it.settled();
    assertThat(scene.published)
        .extracting(Message::conversation)
        .containsOnly(scene.published.getFirst().conversation());
    assertThat(scene.published.get(2).interaction())
        .isEqualTo(scene.published.get(0).interaction())
        .isNotEqualTo(scene.published.get(1).interaction());
  }

  @Test
  void theOrderOfASenderIsKeptWhoeverElseWrites() {
    var from = List.of(PETRA, "+4915112345679", "+4915112345670");
    var kept = new ArrayList<CompletableFuture<Kept>>();
    for (int i = 0; i < 60; i++) {
      var body = "message|m" + i + "|" + from.get(i % 3) + "||" + i;
      kept.add(it.inboxNow().keep(it.account, "i" + i, body.getBytes()));
    }
    kept.forEach(CompletableFuture::join);
    it.settled();
    for (int sender = 0; sender < 3; sender++) {
      int one = sender;
      var numbers =
          scene.published.stream()
              .map(m -> Integer.parseInt(m.text()))
              .filter(n -> n % 3 == one)
              .toList();
      assertThat(numbers).hasSize(20).isSorted();
    }
  }

  @Test
  void aSlowOneHoldsUpItsSenderAndNobodyElse() {
    var slow = new CountDownLatch(1);
    var first = new AtomicBoolean(true);
    it.channel.beforeKept = () -> awaitIf(first.getAndSet(false), slow);
    it.customer(PETRA, "slow");
    Await.until(() -> !first.get());
    it.customer(PETRA, "behind it");
    it.customer("+4915112345679", "meanwhile");
    it.customer("+4915112345679", "and more");
    Await.until(() -> it.states().equals(List.of("WAITING", "WAITING", "TAKEN", "TAKEN")));
    slow.countDown();
    it.settled();
    assertThat(scene.published)
        .extracting(Message::text)
        .containsExactly("slow", "meanwhile", "and more", "behind it");
  }

  private static void awaitIf(boolean really, CountDownLatch latch) {
    try {
      assertThat(!really || latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void moreThanIsReadAtOnceIsReadNext() {
    var kept = new ArrayList<CompletableFuture<Kept>>();
    for (int i = 0; i < 2 * ChannelLimits.BATCH + 1; i++)
      kept.add(it.inboxNow().keep(it.account, "i" + i, "nothing".getBytes(UTF_8)));
    kept.forEach(CompletableFuture::join);
    it.settled();
    assertThat(it.states()).hasSize(2 * ChannelLimits.BATCH + 1).containsOnly("NOTHING typing");
  }

  @Test
  void whatIsLargeIsReadInParts() {
    var items = new ArrayList<RawItem>();
    for (int i = 0; i < 4; i++)
      items.add(
          new RawItem(
              TestDatabase.ids().next(), it.account.id(), "i" + i, new byte[10], Instant.EPOCH));
    it.store.put(scene.workspace, items);
    var ids = items.stream().map(RawItem::id).toList();
    assertThat(next(List.of(), List.of(), 4, 15)).isEqualTo(ids.subList(0, 2) + " and more");
    assertThat(next(List.of(), ids.subList(0, 2), 2, 15))
        .isEqualTo(ids.subList(2, 4) + " and more");
    assertThat(next(List.of(), ids.subList(0, 2), 3, 15)).isEqualTo(ids.subList(2, 4) + "");
    assertThat(next(List.of(), List.of(), 4, 1)).isEqualTo(ids.subList(0, 1) + " and more");
    var done = List.of(InboxStore.Done.nothing(ids.getFirst(), "typing"));
    assertThat(next(done, List.of(), 4, 100)).isEqualTo(ids.subList(1, 4) + "");
  }

  private String next(List<InboxStore.Done> done, List<Long> notThese, int limit, long bytes) {
    var next = it.store.next(scene.workspace, done, List.of(), notThese, limit, bytes);
    return next.items().stream().map(one -> one.item().id()).toList()
        + (next.more() ? " and more" : "");
  }

  /// Between storing a message and noting that its item is done, everything may stop.
  @Test
  void aStopBetweenTheStepsLosesAndDoublesNothing() {
    var random = new Random(7);
    var stops = new AtomicInteger(6);
    it.channel.beforeKept =
        () -> {
          synchronized (random) {
            if (stops.get() > 0 && random.nextBoolean()) {
              stops.decrementAndGet();
              throw new IllegalStateException("stopped in between");
            }
          }
        };
    for (int i = 0; i < 12; i++) {
      it.customer(PETRA, "text " + i);
      if (i % 4 == 3) it.restart();
    }
    it.settled();
    assertThat(it.states()).hasSize(12).containsOnly("TAKEN");
    var texts = scene.stored.last(scene.workspace, scene.published.getFirst().conversation(), 100);
    assertThat(texts)
        .extracting(Message::text)
        .containsExactlyElementsOf(
            java.util.stream.IntStream.range(0, 12).mapToObj(i -> "text " + i).toList());
    assertThat(it.channel.kept).extracting(Message::seq).contains(1L, 12L);
  }

  @Test
  void anItemThatNeverWorksIsSetAsideAndCanBeHadAgain() {
    it.channel.beforeKept =
        () -> {
          throw new IllegalStateException("never");
        };
    it.customer(PETRA, "hello");
    Await.until(() -> it.states().equals(List.of("ASIDE failed")));
    it.channel.beforeKept = () -> {};
    var id =
        scene.database.in(
            scene.workspace.value(),
            db ->
                db.sql("select id from inbound_item where workspace = ?")
                    .params(scene.workspace.value())
                    .query(Long.class)
                    .single());
    assertThat(it.store.again(scene.workspace, id)).isTrue();
    it.restart();
    it.settled();
    assertThat(it.states()).containsExactly("TAKEN");
    assertThat(scene.published).as("it was stored by the first try").hasSize(1);
  }

  private Object trust(Message message) {
    var contact = scene.conversation(message.conversation()).contact();
    return scene
        .contacts
        .find(scene.workspace, contact)
        .orElseThrow()
        .addresses()
        .getFirst()
        .trust();
  }

  private void end(Message message) {
    it.accept(message);
    scene.commit(
        new InteractionChange.Ended(
            message.interaction(), Outcome.HANDLED, EndedBy.AGENT, Scene.now()));
  }
}
