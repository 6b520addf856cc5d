package org.hiwar.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.WorkspaceId;
import org.junit.jupiter.api.Test;

/// The indexes of a search beside a look at each contact.
class ContactSearchTest {
  private final WorkspaceId workspace = TestDatabase.freshWorkspace();
  private final ContactStore contacts =
      new ContactStore(TestDatabase.database(), TestDatabase.ids(), Clock.systemUTC());

  private static final List<String> FIRST =
      List.of(
          "Mohammed", "Mohamed", "محمد", "أحمد", "Layla", "ليلى", "Anna", "Hanna", "Max", "مريم");
  private static final List<String> LAST =
      List.of("Haddad", "الأحمد", "Khalil", "Müller", "Rahman", "عبد الرحمن", "Schmidt", "Ahmad");

  /// So many that words of names are in more contacts than a search looks at, and more than it goes
  /// through at a time.
  private static final int MANY = ContactLimits.SEARCH_PASSED + 2_000;

  private static final int AT_A_TIME = 2_000;

  private record Row(long contact, String text) {}

  private List<Row> fill() {
    var random = new Random(7);
    var rows = new ArrayList<Row>();
    for (int i = 0; i < MANY; i++) {
      // only the first ones, which are gone through last, are called Yasmin or have one of the last
      // names
      var first = i < 40 ? "Yasmin" : FIRST.get(i % FIRST.size());
      var last = i < 5_000 ? " " + LAST.get(random.nextInt(LAST.size())) : "";
      var phone =
          new Address(
              AddressKind.PHONE,
              (i % 3 == 0 ? "+96394" : "+49151") + (1_000_000 + random.nextInt(9_000_000)),
              Trust.CONFIRMED);
      // two words that are in many and together in the few that are gone through last
      var metal = i < 7 ? " Silver Bronze" : i % 2 == 0 ? " Silver" : " Bronze";
      var text = SearchText.of(first + last + metal, List.of(phone));
      rows.add(new Row(TestDatabase.ids().next(), text));
    }
    for (int from = 0; from < MANY; from += AT_A_TIME)
      insert(rows.subList(from, Math.min(MANY, from + AT_A_TIME)), from);
    TestDatabase.database()
        .in(workspace.value(), db -> db.sql("analyze contact, contact_word").update());
    return rows;
  }

  private void insert(List<Row> rows, int from) {
    TestDatabase.database()
        .in(
            workspace.value(),
            db ->
                db.sql(
                        """
                        insert into contact (workspace, id, search_text, created_at)
                        select ?, id, text, to_timestamp(1000000 + (? + nr) / 3) from unnest(?::bigint[], ?::text[]) with ordinality t(id, text, nr)\
                        """)
                    .param(workspace.value())
                    .param(from)
                    .param(rows.stream().map(Row::contact).toArray(Long[]::new))
                    .param(rows.stream().map(Row::text).toArray(String[]::new))
                    .update());
  }

  private List<Long> byLooking(List<Row> rows, String query) {
    var sought = Sought.of(query);
    record Near(Row row, int place, MatchLevel level) {}
    var near = new ArrayList<Near>();
    for (int i = 0; i < rows.size(); i++) {
      int place = i;
      sought.in(rows.get(i).text()).ifPresent(l -> near.add(new Near(rows.get(place), place, l)));
    }
    near.sort(
        Comparator.comparing(Near::level).thenComparing(Near::place, Comparator.reverseOrder()));
    return near.stream().map(n -> n.row().contact()).toList();
  }

  /// Pages until `most` are there or the last page is.
  private List<Long> byPages(String query, int most) {
    var found = new ArrayList<Long>();
    var next = Optional.<ContactCursor>empty();
    do {
      var page = contacts.page(workspace, query, next, ContactLimits.PAGE);
      page.items().forEach(item -> found.add(item.id().value()));
      next = page.next().map(cursor -> ContactCursor.parse(cursor.text()).orElseThrow());
    } while (next.isPresent() && found.size() < most);
    return found;
  }

  @Test
  void findsWhatALookAtEachContactFindsInTheSameOrder() {
    var rows = fill();
    for (var query :
        List.of(
            "m",
            "moh",
            "mohamed",
            "mohammd",
            "محمد",
            "محـمّد ahmad",
            "ا",
            "ahmad",
            "an",
            "ann",
            "hana",
            "layla rahman",
            "yasmin",
            "yasmin haddad",
            "yas 94",
            "anna haddad khalil",
            "+963",
            "963941",
            "151",
            "9411",
            "0151",
            "max 963",
            "nobody",
            "q",
            "عبدالرحمن",
            "mueller",
            "mullre",
            "silver bronze",
            "bron silv",
            "silber bronze yasmin",
            "silver bronze moh")) {
      var expected = byLooking(rows, query);
      int most = Math.min(expected.size(), 350);
      var found = byPages(query, 350);
      assertThat(found.subList(0, Math.min(found.size(), most)))
          .as(query)
          .containsExactlyElementsOf(expected.subList(0, most));
      if (expected.size() < 300) assertThat(found).as(query).hasSameSizeAs(expected);
    }
  }

  @Test
  void pagesOfASearchMeetThroughAllLevelsOfNearness() {
    var ali = contacts.create(workspace, "Karim", null).id();
    var prefix = contacts.create(workspace, "Karima", null).id();
    var part = contacts.create(workspace, "Alkarim", null).id();
    var typo = contacts.create(workspace, "Kareem", null).id();
    var other = contacts.create(workspace, "Karin", null).id();
    assertThat(byPagesOfOne("karim")).containsExactly(ali, prefix, part, other);
    assertThat(byPagesOfOne("kareim")).containsExactlyInAnyOrder(ali, typo);
  }

  private List<ContactId> byPagesOfOne(String query) {
    var found = new ArrayList<ContactId>();
    var next = Optional.<ContactCursor>empty();
    do {
      var page = contacts.page(workspace, query, next, 1);
      page.items().forEach(item -> found.add(item.id()));
      next = page.next();
    } while (next.isPresent());
    return found;
  }

  @Test
  void wordsThatNobodyHasAnyMoreAreForgotten() {
    var one = contacts.create(workspace, "Zanzibar", null);
    contacts.create(workspace, "Somebody", null);
    assertThat(wordsLike("zanz%")).isEqualTo(1);
    contacts.edit(workspace, one.id(), "Somebody Else", null, one.version());
    assertThat(wordsLike("zanz%")).isZero();
    TestDatabase.database()
        .in(
            workspace.value(),
            db ->
                db.sql("delete from contact where workspace = ? and id = ?")
                    .params(workspace.value(), one.id().value())
                    .update());
    assertThat(wordsLike("else")).isZero();
    assertThat(wordsLike("somebody")).isEqualTo(1);
  }

  private int wordsLike(String pattern) {
    return TestDatabase.database()
        .in(
            workspace.value(),
            db ->
                db.sql(
                        """
                        select count(*) filter (where k.word is not null)::int from (
                          select distinct word from contact_word_form where workspace = ? and word like ?) f
                        full join (select distinct word from contact_word where workspace = ? and word like ?) k using (word)\
                        """)
                    .params(workspace.value(), pattern, workspace.value(), pattern)
                    .query(Integer.class)
                    .single());
  }

  @Test
  void aSearchKnowsNothingOfOtherWorkspaces() {
    contacts.create(workspace, "Layla Haddad", null);
    assertThat(contacts.page(TestDatabase.freshWorkspace(), "layla", Optional.empty(), 10).items())
        .isEmpty();
  }
}
