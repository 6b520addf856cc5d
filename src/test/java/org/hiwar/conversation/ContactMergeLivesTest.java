package org.hiwar.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hiwar.conversation.Scene.now;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hiwar.Requirement;
import org.hiwar.contact.Address;
import org.hiwar.contact.Contact;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactMergeId;
import org.hiwar.contact.MergedField;
import org.hiwar.conversation.InteractionChange.Accepted;
import org.hiwar.conversation.InteractionChange.Ended;
import org.hiwar.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Some contacts, called about, merged and parted by chance: whatever was done, nothing is lost,
/// nothing is twice, and undone all is as if nothing had been merged.
@Requirement("S0-57")
class ContactMergeLivesTest {
  private static final int CONTACTS = 6;
  private static final int STEPS = 60;

  /// What holds by now, as the test believes it.
  private record Merged(ContactMergeId id, ContactId kept, ContactId gone) {}

  private final Scene scene = new Scene();
  private final ContactMerges merges =
      new ContactMerges(scene.database, TestDatabase.ids(), Clock.systemUTC());
  private final List<ContactId> all = new ArrayList<>();
  private final Map<ContactId, String> names = new TreeMap<>();
  private final Map<InteractionId, ContactId> callers = new HashMap<>();
  private final List<InteractionId> going = new ArrayList<>();
  private final List<Merged> holding = new ArrayList<>();

  private static String number(int contact) {
    return "+49301234567" + contact;
  }

  /// @param seed an odd one lets calls go on while contacts are parted; then a conversation of two
  ///     stays whole, and whose it is is not foretold
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 6, 8})
  void nothingIsLostAndUndoneAllIsAsItWas(int seed) {
    boolean strict = seed % 2 == 0;
    var random = new Random(seed);
    try (scene) {
      for (int i = 0; i < CONTACTS; i++) first(i);
      for (int step = 0; step < STEPS; step++) {
        switch (random.nextInt(5)) {
          case 0, 1 -> call(random.nextInt(CONTACTS));
          case 2 -> endSome(random);
          case 3 -> merge(random);
          default -> undo(random, strict);
        }
        nothingIsLost();
        if (strict) everythingIsWhereItBelongs();
      }
      while (!holding.isEmpty()) undo(random, strict);
      nothingIsLost();
      if (strict) everythingIsWhereItBelongs();
      for (int i = 0; i < CONTACTS; i++) {
        assertThat(contact(all.get(i)).name()).isEqualTo(names.get(all.get(i)));
        assertThat(contact(all.get(i)).addresses())
            .extracting(Address::value)
            .containsExactly(number(i));
      }
    }
  }

  private void first(int i) {
    var call = scene.call(number(i));
    end(call.interaction());
    var unused =
        scene.contacts.edit(
            scene.workspace, call.contact(), "Name " + i, null, contact(call.contact()).version());
    all.add(call.contact());
    names.put(call.contact(), "Name " + i);
    callers.put(call.interaction(), call.contact());
  }

  private Contact contact(ContactId id) {
    return scene.contacts.find(scene.workspace, id).orElseThrow();
  }

  private void call(int i) {
    var call = scene.call(number(i));
    assertThat(call.contact()).isEqualTo(root(all.get(i)));
    callers.put(call.interaction(), all.get(i));
    going.add(call.interaction());
  }

  private void end(InteractionId interaction) {
    scene.commit(new Accepted(interaction, scene.amal, now()));
    scene.commit(new Ended(interaction, Outcome.HANDLED, EndedBy.CUSTOMER, now()));
  }

  private void endSome(Random random) {
    while (!going.isEmpty() && random.nextInt(3) > 0)
      end(going.remove(random.nextInt(going.size())));
  }

  private void merge(Random random) {
    var kept = all.get(random.nextInt(CONTACTS));
    var gone = all.get(random.nextInt(CONTACTS));
    var took = random.nextBoolean() ? Set.of(MergedField.NAME) : Set.<MergedField>of();
    var wish =
        new ContactMerges.Wish(kept, gone, took, contact(kept).version(), contact(gone).version());
    var merged = merges.merge(scene.workspace, scene.amal, wish);
    if (kept.equals(gone)) {
      assertThat(merged).isInstanceOf(MergedContacts.Same.class);
    } else if (!root(kept).equals(kept) || !root(gone).equals(gone)) {
      assertThat(merged).isInstanceOf(MergedContacts.Gone.class);
    } else {
      assertThat(merged).isInstanceOf(MergedContacts.Done.class);
      var id = merges.undoable(scene.workspace, kept).getFirst().id();
      holding.add(new Merged(id, kept, gone));
    }
  }

  private void undo(Random random, boolean strict) {
    if (holding.isEmpty()) return;
    if (strict) {
      going.forEach(this::end);
      going.clear();
    }
    var one = holding.get(random.nextInt(holding.size()));
    var undone = merges.undo(scene.workspace, scene.amal, one.kept(), one.id());
    if (root(one.kept()).equals(one.kept())) {
      assertThat(undone).isInstanceOf(MergedContacts.Done.class);
      holding.remove(one);
    } else {
      assertThat(undone).isInstanceOf(MergedContacts.Gone.class);
    }
  }

  private ContactId root(ContactId contact) {
    return holding.stream()
        .filter(one -> one.gone().equals(contact))
        .findFirst()
        .map(one -> root(one.kept()))
        .orElse(contact);
  }

  private Set<ContactId> roots() {
    return all.stream().map(this::root).collect(Collectors.toSet());
  }

  private List<InteractionId> activities(ContactId contact) {
    return scene.activities.page(scene.workspace, contact, Optional.empty(), 200).items().stream()
        .map(one -> one.interaction().id())
        .toList();
  }

  private void nothingIsLost() {
    var listed = scene.contacts.page(scene.workspace, "", Optional.empty(), 50).items();
    assertThat(listed).extracting(one -> one.id()).containsExactlyInAnyOrderElementsOf(roots());
    assertThat(listed.stream().flatMap(one -> one.addresses().stream()).map(Address::value))
        .containsExactlyInAnyOrderElementsOf(
            java.util.stream.IntStream.range(0, CONTACTS)
                .mapToObj(ContactMergeLivesTest::number)
                .toList());
    assertThat(roots().stream().map(this::activities).flatMap(Collection::stream))
        .containsExactlyInAnyOrderElementsOf(callers.keySet());
    for (var one : going) {
      var whose = scene.conversation(scene.interaction(one).conversation()).contact();
      assertThat(roots()).contains(whose);
      assertThat(scene.interaction(one).contact()).isEqualTo(whose);
    }
  }

  private void everythingIsWhereItBelongs() {
    for (var one : roots())
      assertThat(activities(one))
          .containsExactlyInAnyOrderElementsOf(
              callers.entrySet().stream()
                  .filter(call -> root(call.getValue()).equals(one))
                  .map(Map.Entry::getKey)
                  .toList());
  }
}
