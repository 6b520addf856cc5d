package org.hiwar.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hiwar.conversation.Scene.now;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.hiwar.Requirement;
import org.hiwar.contact.Address;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.Contact;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactLimits;
import org.hiwar.contact.ContactMergeId;
import org.hiwar.contact.ContactSummary;
import org.hiwar.contact.DuplicateStore;
import org.hiwar.contact.MergedField;
import org.hiwar.contact.OptOuts;
import org.hiwar.contact.Trust;
import org.hiwar.conversation.InteractionChange.Accepted;
import org.hiwar.conversation.InteractionChange.Ended;
import org.hiwar.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// One contact made of two, and two of one again.
@Requirement("S0-57")
class ContactMergesTest {
  private static final String MOBILE = "+963944123456";
  private static final String HOME = "+963112345678";

  private final Scene scene = new Scene();
  private final ContactMerges merges =
      new ContactMerges(scene.database, TestDatabase.ids(), Clock.systemUTC());

  @AfterEach
  void close() {
    scene.close();
  }

  private Contact contact(ContactId id) {
    return scene.contacts.find(scene.workspace, id).orElseThrow();
  }

  private ContactId named(Arrival call, String name) {
    return named(call.contact(), name);
  }

  private ContactId named(ContactId contact, String name) {
    var before = contact(contact);
    var unused = scene.contacts.edit(scene.workspace, before.id(), name, null, before.version());
    return before.id();
  }

  /// A call that is over.
  private Arrival pastCall(String number) {
    var call = scene.call(number);
    end(call.interaction());
    return call;
  }

  private void end(InteractionId interaction) {
    scene.commit(new Accepted(interaction, scene.amal, now()));
    scene.commit(new Ended(interaction, Outcome.HANDLED, EndedBy.CUSTOMER, now()));
  }

  private MergedContacts merge(ContactId kept, ContactId gone, MergedField... took) {
    long keptVersion = contact(kept).version();
    long goneVersion = contact(gone).version();
    return merges.merge(
        scene.workspace,
        scene.amal,
        new ContactMerges.Wish(kept, gone, Set.of(took), keptVersion, goneVersion));
  }

  private ContactMergeId latest(ContactId kept) {
    return merges.undoable(scene.workspace, kept).getFirst().id();
  }

  private MergedContacts undo(ContactId kept) {
    return merges.undo(scene.workspace, scene.amal, kept, latest(kept));
  }

  private List<InteractionId> activities(ContactId contact) {
    return scene.activities.page(scene.workspace, contact, Optional.empty(), 100).items().stream()
        .map(one -> one.interaction().id())
        .toList();
  }

  private List<String> numbers(ContactId contact) {
    return contact(contact).addresses().stream().map(Address::value).sorted().toList();
  }

  @Test
  void historiesAndAddressesOfBothAreThoseOfOne() {
    var first = pastCall(MOBILE);
    var second = pastCall(HOME);
    var third = pastCall(MOBILE);
    var kept = named(first, "ليلى");
    var gone = named(second, "Layla");

    assertThat(merge(kept, gone, MergedField.NAME)).isInstanceOf(MergedContacts.Done.class);

    assertThat(activities(kept))
        .containsExactly(third.interaction(), second.interaction(), first.interaction());
    assertThat(activities(gone)).isEqualTo(activities(kept));
    assertThat(numbers(kept)).containsExactly(HOME, MOBILE);
    assertThat(contact(kept).name()).isEqualTo("Layla");
    assertThat(contact(gone)).isEqualTo(contact(kept));
    assertThat(scene.contacts.page(scene.workspace, "112345678", Optional.empty(), 10).items())
        .extracting(ContactSummary::id)
        .containsExactly(kept);
    assertThat(scene.call(HOME).contact()).isEqualTo(kept);
  }

  @Test
  void pagesOfAUnitedHistoryMeetWithoutGapOrOverlap() {
    var kept = pastCall(MOBILE).contact();
    var gone = pastCall(HOME).contact();
    IntStream.range(0, 9).forEach(i -> pastCall(i % 3 == 0 ? HOME : MOBILE));
    merge(kept, gone);
    var listed = new ArrayList<InteractionId>();
    var next = Optional.<ActivityCursor>empty();
    do {
      var page = scene.activities.page(scene.workspace, kept, next, 4);
      page.items().forEach(one -> listed.add(one.interaction().id()));
      next = page.next();
    } while (next.isPresent());
    assertThat(listed).isEqualTo(activities(kept)).hasSize(11).doesNotHaveDuplicates();
  }

  @Test
  void undoneBothHaveWhatTheyHadAndWhatCameSinceGoesByItsNumber() {
    var first = pastCall(MOBILE);
    var second = pastCall(HOME);
    var kept = named(first, "ليلى");
    var gone = named(second, "Layla");
    var keptBefore = contact(kept);
    var goneBefore = contact(gone);
    merge(kept, gone, MergedField.NAME);
    var sinceHome = pastCall(HOME);
    var sinceMobile = pastCall(MOBILE);

    assertThat(undo(kept)).isInstanceOf(MergedContacts.Done.class);

    assertThat(activities(kept)).containsExactly(sinceMobile.interaction(), first.interaction());
    assertThat(activities(gone)).containsExactly(sinceHome.interaction(), second.interaction());
    assertThat(contact(kept))
        .usingRecursiveComparison()
        .ignoringFields("version", "lastActivityAt")
        .isEqualTo(keptBefore);
    assertThat(contact(gone))
        .usingRecursiveComparison()
        .ignoringFields("version", "lastActivityAt")
        .isEqualTo(goneBefore);
    assertThat(contact(kept).lastActivityAt())
        .isEqualTo(scene.interaction(sinceMobile.interaction()).endedAt());
    assertThat(contact(gone).lastActivityAt())
        .isEqualTo(scene.interaction(sinceHome.interaction()).endedAt());
    assertThat(scene.call(HOME).contact()).isEqualTo(gone);
    assertThat(scene.call(MOBILE).contact()).isEqualTo(kept);
  }

  @Test
  void undoneAtOnceEvenTheLastActivityIsAsItWas() {
    var kept = pastCall(MOBILE).contact();
    var gone = pastCall(HOME).contact();
    var before = List.of(contact(kept), contact(gone));
    merge(kept, gone);
    undo(kept);
    assertThat(List.of(contact(kept), contact(gone)))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("version")
        .isEqualTo(before);
  }

  @Test
  void whatGoesOnFollowsAtOnceAndComesBack() {
    var kept = pastCall(MOBILE).contact();
    var chat = scene.acceptedChat("visitor");
    var gone = scene.conversation(chat.conversation()).contact();

    var merged = (MergedContacts.Done) merge(kept, gone);
    assertThat(merged.conversations()).containsExactly(chat.conversation());
    assertThat(scene.conversation(chat.conversation()).contact()).isEqualTo(kept);
    assertThat(scene.customerWrites("visitor", "more").interaction()).isEqualTo(chat.interaction());
    var call = scene.call(MOBILE);
    assertThat(call.conversation()).isEqualTo(chat.conversation());
    end(call.interaction());

    undo(kept);
    assertThat(scene.conversation(chat.conversation()).contact()).isEqualTo(gone);
    assertThat(scene.customerWrites("visitor", "still here").interaction())
        .isEqualTo(chat.interaction());
    assertThat(scene.call(MOBILE).contact()).isEqualTo(kept);
  }

  @Test
  void whereBothTalkAtThatMomentBothConversationsGoOn() {
    var call = scene.call(MOBILE);
    scene.commit(new Accepted(call.interaction(), scene.amal, now()));
    var chat = scene.acceptedChat("visitor");
    var gone = scene.conversation(chat.conversation()).contact();

    assertThat(merge(call.contact(), gone)).isInstanceOf(MergedContacts.Done.class);
    assertThat(scene.conversation(chat.conversation()).contact()).isEqualTo(call.contact());
    var more = scene.customerWrites("visitor", "more");
    assertThat(more.interaction()).isEqualTo(chat.interaction());
    assertThat(more.seq()).isEqualTo(2);
    assertThat(scene.call(HOME).contact()).isNotEqualTo(call.contact());
    assertThat(scene.call(MOBILE).conversation()).isEqualTo(call.conversation());

    undo(call.contact());
    assertThat(scene.conversation(chat.conversation()).contact()).isEqualTo(gone);
    assertThat(scene.conversations.openOf(scene.workspace, gone))
        .hasValueSatisfying(open -> assertThat(open.id()).isEqualTo(chat.conversation()));
    assertThat(scene.customerWrites("visitor", "and more").interaction())
        .isEqualTo(chat.interaction());
  }

  @Test
  void twoBrowsersOfOneContactSeeEachTheirOwnChat() {
    var one = scene.acceptedChat("one");
    var other = scene.acceptedChat("other");
    var kept = scene.conversation(one.conversation()).contact();
    merge(kept, scene.conversation(other.conversation()).contact());
    assertThat(newestChat(kept, "one")).isEqualTo(one.interaction());
    assertThat(newestChat(kept, "other")).isEqualTo(other.interaction());
  }

  private InteractionId newestChat(ContactId contact, String visitor) {
    return scene
        .interactions
        .newest(scene.workspace, contact, org.hiwar.workspace.Medium.CHAT, "web", visitor)
        .orElseThrow()
        .id();
  }

  @Test
  void aNumberThatBothHaveIsNoQuestionAnyMore() {
    var known = pastCall(MOBILE).contact();
    var twin = scene.contacts.create(scene.workspace, "Layla", null).id();
    var unused =
        scene.contacts.addAddress(
            scene.workspace, twin, new Address(AddressKind.PHONE, MOBILE, Trust.CONFIRMED));
    assertThat(new DuplicateStore(scene.database).of(scene.workspace, known))
        .extracting(ContactSummary::id)
        .containsExactly(twin);
    merge(twin, known);
    assertThat(new DuplicateStore(scene.database).of(scene.workspace, twin)).isEmpty();
    assertThat(contact(twin).addresses())
        .containsExactly(new Address(AddressKind.PHONE, MOBILE, Trust.CONFIRMED));
    assertThat(scene.call(MOBILE).contact()).isEqualTo(twin);
  }

  @Test
  @Requirement("S0-60")
  void aNumberThatIsAddedBringsWhatComesFromItAndIfWishedWhatCame() {
    var stranger = pastCall(HOME);
    var kept = scene.contacts.create(scene.workspace, "Layla", null).id();
    for (var number : List.of(MOBILE, HOME, "+963933000001")) {
      var unused =
          scene.contacts.addAddress(
              scene.workspace, kept, new Address(AddressKind.PHONE, number, Trust.CONFIRMED));
    }
    assertThat(numbers(kept)).hasSize(3);
    var later = pastCall(HOME);
    assertThat(later.contact()).isEqualTo(kept);
    assertThat(activities(kept)).containsExactly(later.interaction());
    var strangers =
        new DuplicateStore(scene.database)
            .strangers(scene.workspace, kept, AddressKind.PHONE, HOME);
    assertThat(strangers).extracting(ContactSummary::id).containsExactly(stranger.contact());
    merge(kept, stranger.contact());
    assertThat(activities(kept)).containsExactly(later.interaction(), stranger.interaction());
    assertThat(
            new DuplicateStore(scene.database)
                .strangers(scene.workspace, kept, AddressKind.PHONE, HOME))
        .isEmpty();
  }

  /// Who has a name is somebody, whatever else they have.
  @Test
  @Requirement("S0-55")
  void aNumberOfTwoWhoHaveNamesIsStillAQuestion() {
    var first = named(pastCall(HOME), "Layla");
    var second = scene.contacts.create(scene.workspace, "Omar", null).id();
    var unused =
        scene.contacts.addAddress(
            scene.workspace, second, new Address(AddressKind.PHONE, HOME, Trust.CONFIRMED));
    assertThat(
            new DuplicateStore(scene.database)
                .strangers(scene.workspace, second, AddressKind.PHONE, HOME))
        .isEmpty();
    var asked = pastCall(HOME).contact();
    assertThat(asked).isNotIn(first, second);
    assertThat(scene.call(HOME).contact()).isEqualTo(asked);
  }

  @Test
  void whoeverRefusedMessagesRefusesThemAsThatContactToo() {
    var kept = pastCall(MOBILE).contact();
    var gone = pastCall(HOME).contact();
    var optOuts = new OptOuts(scene.database, Clock.systemUTC());
    assertThat(optOuts.said(scene.workspace, AddressKind.PHONE, HOME, "sms", "STOP")).isTrue();
    merge(kept, gone);
    assertThat(optOuts.of(scene.workspace, kept)).hasSize(1);
    undo(kept);
    assertThat(optOuts.of(scene.workspace, kept)).isEmpty();
    assertThat(optOuts.of(scene.workspace, gone)).hasSize(1);
  }

  @Test
  void whatIsRefusedSaysWhy() {
    var a = pastCall(MOBILE).contact();
    var b = pastCall(HOME).contact();
    var c = pastCall("+963933000001").contact();
    var nobody = new ContactId(TestDatabase.ids().next());
    var wish = new ContactMerges.Wish(a, b, Set.of(), contact(a).version(), contact(b).version());

    assertThat(merge(a, a)).isInstanceOf(MergedContacts.Same.class);
    assertThat(
            merges.merge(
                scene.workspace, scene.amal, new ContactMerges.Wish(a, nobody, Set.of(), 1, 1)))
        .isInstanceOf(MergedContacts.NotFound.class);
    named(c, "C");
    assertThat(
            merges.merge(scene.workspace, scene.amal, new ContactMerges.Wish(a, c, Set.of(), 1, 1)))
        .isInstanceOf(MergedContacts.Changed.class);
    assertThat(merges.merge(scene.workspace, scene.amal, wish))
        .isInstanceOf(MergedContacts.Done.class);
    assertThat(merges.merge(scene.workspace, scene.amal, wish))
        .isInstanceOf(MergedContacts.Gone.class);
    assertThat(
            merges.merge(scene.workspace, scene.amal, new ContactMerges.Wish(b, a, Set.of(), 2, 2)))
        .isInstanceOf(MergedContacts.Gone.class);
    var first = latest(a);
    assertThat(merge(c, a)).isInstanceOf(MergedContacts.Done.class);
    assertThat(merges.undo(scene.workspace, scene.amal, a, first))
        .isInstanceOf(MergedContacts.Gone.class);
    var later = Clock.offset(Clock.systemUTC(), ContactLimits.UNDO.plus(Duration.ofMinutes(1)));
    assertThat(
            new ContactMerges(scene.database, TestDatabase.ids(), later)
                .undo(scene.workspace, scene.amal, c, latest(c)))
        .isInstanceOf(MergedContacts.TooLate.class);
    var second = latest(c);
    assertThat(merges.undo(scene.workspace, scene.amal, a, second))
        .isInstanceOf(MergedContacts.NotFound.class);
    assertThat(undo(c)).isInstanceOf(MergedContacts.Done.class);
    assertThat(merges.undo(scene.workspace, scene.amal, c, second))
        .isInstanceOf(MergedContacts.Undone.class);
    assertThat(undo(a)).isInstanceOf(MergedContacts.Done.class);
    assertThat(numbers(a)).containsExactly(MOBILE);
    assertThat(numbers(b)).containsExactly(HOME);
  }

  @Test
  void togetherTheyHaveNoMoreAddressesThanOneMayHave() {
    var kept = pastCall(MOBILE).contact();
    var gone = scene.contacts.create(scene.workspace, "Layla", null).id();
    for (int i = 0; i < ContactLimits.ADDRESSES; i++) {
      var unused =
          scene.contacts.addAddress(
              scene.workspace,
              gone,
              new Address(AddressKind.EMAIL, "layla" + i + "@example.com", Trust.CONFIRMED));
    }
    assertThat(merge(kept, gone)).isInstanceOf(MergedContacts.TooMany.class);
    assertThat(numbers(kept)).containsExactly(MOBILE);
  }

  /// Undone in another order than done, what was chosen last stays as long as it holds.
  @Test
  void whatWasChosenIsGivenBackInWhateverOrder() {
    var a = named(pastCall(MOBILE), "A");
    var b = named(pastCall(HOME), "B");
    var c = named(pastCall("+963933000001"), "C");
    merge(a, b, MergedField.NAME);
    var first = latest(a);
    merge(a, c, MergedField.NAME);
    merges.undo(scene.workspace, scene.amal, a, first);
    assertThat(contact(a).name()).isEqualTo("C");
    undo(a);
    assertThat(contact(a).name()).isEqualTo("A");
    assertThat(contact(b).name()).isEqualTo("B");
    assertThat(contact(c).name()).isEqualTo("C");
  }

  @Test
  void whatSomebodyHasWrittenSinceStays() {
    var a = named(pastCall(MOBILE), "A");
    var b = named(pastCall(HOME), "B");
    merge(a, b, MergedField.NAME);
    var now = contact(a);
    var unused = scene.contacts.edit(scene.workspace, a, "Written", null, now.version());
    assertThat(scene.contacts.edit(scene.workspace, b, "Late", null, now.version()))
        .isInstanceOf(org.hiwar.contact.ContactEdit.Changed.class);
    undo(a);
    assertThat(contact(a).name()).isEqualTo("Written");
    assertThat(contact(b).name()).isEqualTo("B");
  }

  /// Calls come in while the two are merged and parted: none is lost, none is with nobody.
  @Test
  void callsThatComeMeanwhileFindTheOneOrTheOther() throws Exception {
    var kept = pastCall(MOBILE).contact();
    var gone = pastCall(HOME).contact();
    try (var threads = Executors.newFixedThreadPool(3)) {
      Callable<Integer> callers =
          () -> {
            for (int i = 0; i < 15; i++) pastCall(i % 2 == 0 ? MOBILE : HOME);
            return 15;
          };
      Callable<Integer> merging =
          () -> {
            for (int i = 0; i < 10; i++)
              if (merge(kept, gone) instanceof MergedContacts.Done) {
                var unused = undo(kept);
              }
            return 0;
          };
      int calls = 0;
      for (var one : threads.invokeAll(List.of(callers, callers, merging))) calls += one.get();
      var holding = merges.undoable(scene.workspace, kept);
      if (!holding.isEmpty()) assertThat(undo(kept)).isInstanceOf(MergedContacts.Done.class);
      assertThat(activities(kept)).doesNotContainAnyElementsOf(activities(gone));
      assertThat(activities(kept).size() + activities(gone).size()).isEqualTo(calls + 2);
    }
  }
}
