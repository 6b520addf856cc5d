package org.hiwar.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.WorkspaceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactStoreTest {
  private final WorkspaceId workspace = TestDatabase.freshWorkspace();
  private final ContactStore contacts =
      new ContactStore(TestDatabase.database(), TestDatabase.ids(), Clock.systemUTC());
  private final VisitorContacts visitors =
      new VisitorContacts(TestDatabase.database(), TestDatabase.ids(), Clock.systemUTC());

  private static Address confirmed(AddressKind kind, String value) {
    return new Address(kind, value, Trust.CONFIRMED);
  }

  private List<ContactId> found(String query) {
    return contacts.page(workspace, query, Optional.empty(), 10).items().stream()
        .map(ContactSummary::id)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "احمد",
        "أحمد",
        "الاحمد",
        "يلى احمد",
        "AHMAD",
        "ahmad@ex",
        "0944",
        "944123",
        "٠٩٤٤١٢٣",
        "+963",
        "mad@"
      })
  void isFoundHoweverItsNameOrAddressIsWritten(String query) {
    var contact = contacts.create(workspace, "ليلى الأحمد", "ar");
    contacts.addAddress(workspace, contact.id(), confirmed(AddressKind.EMAIL, "ahmad@example.com"));
    contacts.addAddress(workspace, contact.id(), confirmed(AddressKind.PHONE, "+963944123456"));
    contacts.create(workspace, "Somebody else", "en");
    assertThat(found(query)).containsExactly(contact.id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "_", "\\", "nobody", "ليلى سعيد"})
  void isNotFoundByWhatItDoesNotHave(String query) {
    contacts.create(workspace, "ليلى الأحمد", "ar");
    assertThat(found(query)).isEmpty();
  }

  @Test
  void pagesMeetWithoutGapOrOverlapNewestFirst() {
    var made =
        new ArrayList<>(
                IntStream.range(0, 23)
                    .mapToObj(i -> contacts.create(workspace, "Name " + i, null).id())
                    .toList())
            .reversed();
    var listed = new ArrayList<ContactId>();
    var next = Optional.<ContactCursor>empty();
    do {
      var page = contacts.page(workspace, "", next, 5);
      page.items().forEach(item -> listed.add(item.id()));
      next = page.next().flatMap(cursor -> ContactCursor.parse(cursor.text()));
    } while (next.isPresent());
    assertThat(listed).containsExactlyElementsOf(made);
  }

  @Test
  void nobodyOverwritesWhatTheyHaveNotSeen() {
    var contact = contacts.create(workspace, "one", "en");
    var saved = contacts.edit(workspace, contact.id(), "two", "ar", contact.version());
    assertThat(saved)
        .isInstanceOfSatisfying(
            ContactEdit.Saved.class,
            s -> {
              assertThat(s.contact().name()).isEqualTo("two");
              assertThat(s.contact().version()).isGreaterThan(contact.version());
            });
    assertThat(contacts.edit(workspace, contact.id(), "three", null, contact.version()))
        .isInstanceOfSatisfying(
            ContactEdit.Changed.class, c -> assertThat(c.contact().name()).isEqualTo("two"));
    assertThat(found("one")).isEmpty();
    assertThat(found("two")).hasSize(1);
    assertThat(contacts.edit(workspace, new ContactId(7), "x", null, 1))
        .isInstanceOf(ContactEdit.NotFound.class);
    assertThat(contacts.edit(workspace, contact.id(), " ", null, 1))
        .isInstanceOf(ContactEdit.Invalid.class);
  }

  @Test
  void addressesComeAndGoButAVisitorStays() {
    var contact = visitors.findOrCreate(workspace, "visitor-1", "ar");
    contacts.addAddress(workspace, contact, confirmed(AddressKind.EMAIL, "a@b.example"));
    assertThat(found("a@b")).hasSize(1);
    assertThat(contacts.removeAddress(workspace, contact, AddressKind.EMAIL, "a@b.example"))
        .isInstanceOf(ContactEdit.Saved.class);
    assertThat(contacts.removeAddress(workspace, contact, AddressKind.EMAIL, "a@b.example"))
        .isInstanceOf(ContactEdit.NotFound.class);
    assertThat(found("a@b")).isEmpty();
    assertThat(contacts.removeAddress(workspace, contact, AddressKind.VISITOR, "visitor-1"))
        .isInstanceOf(ContactEdit.Invalid.class);
    assertThat(found("visitor")).as("nobody searches a visitor").isEmpty();
  }

  @Test
  void aVisitorIsOneContactHoweverManyComeAtOnce() {
    var ids =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(_ -> visitors.findOrCreate(workspace, "same", null))
            .distinct()
            .toList();
    assertThat(ids).hasSize(1);
    assertThat(visitors.find(workspace, "same")).contains(ids.getFirst());
    assertThat(visitors.find(TestDatabase.freshWorkspace(), "same")).isEmpty();
  }

  @Test
  void claimsNeverReplaceWhatIsKnown() {
    var contact = visitors.findOrCreate(workspace, "visitor-1", null);
    var claim = Addresses.claimed("me@home.example", "");
    assertThat(contacts.keepClaims(workspace, contact, "First", claim)).isTrue();
    assertThat(contacts.keepClaims(workspace, contact, "Second", claim)).isFalse();
    assertThat(
            contacts.addAddress(
                workspace, contact, confirmed(AddressKind.EMAIL, "me@home.example")))
        .isInstanceOf(ContactEdit.Saved.class);
    contacts.keepClaims(workspace, contact, null, claim);
    assertThat(contacts.find(workspace, contact))
        .hasValueSatisfying(
            c -> {
              assertThat(c.name()).isEqualTo("First");
              assertThat(c.addresses()).contains(confirmed(AddressKind.EMAIL, "me@home.example"));
            });
  }
}
