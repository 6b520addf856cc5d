package org.hiwar.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Finds contacts by words, in two ways, of which one is always quick (docs/adr/0027). Where one of
/// the words is in few contacts, these are looked at one by one. Where every word is in many, the
/// list of all contacts is gone through, the last active first, and a page is soon full; where it
/// is not, few have all of the words, and these are looked at one by one.
///
/// What is found, and how near it comes, is said by [Sought] alone; the statements only have to
/// leave nobody out.
final class ContactSearchStore {
  private static final String AT = "coalesce(c.last_activity_at, c.created_at)";

  private static final int PASSED_IN_VAIN = 2;

  /// So many are shown at once though more would fit on the page.
  private static final int ENOUGH = 10;

  private static final String LOOKED_AT =
      "select c.id, c.search_text, %s as at from contact c where c.workspace = ? and c.id = any(?) and c.merged_into is null"
          .formatted(AT);

  private final Database database;

  ContactSearchStore(Database database) {
    this.database = database;
  }

  /// A contact that was found.
  private record Hit(ContactId contact, Instant at, int nearness) {
    static final Comparator<Hit> ORDER =
        Comparator.comparingInt(Hit::nearness)
            .thenComparing(Hit::at, Comparator.reverseOrder())
            .thenComparing(hit -> hit.contact().value(), Comparator.reverseOrder());

    ContactCursor cursor() {
      return new ContactCursor(nearness, at, contact);
    }

    boolean isAfter(Optional<ContactCursor> cursor) {
      return cursor.isEmpty()
          || ORDER.compare(
                  this, new Hit(cursor.get().contact(), cursor.get().at(), cursor.get().nearness()))
              > 0;
    }
  }

  /// @param more where it goes on when `hits` are no full page, because enough was gone through
  private record Found(List<Hit> hits, Optional<ContactCursor> more) {}

  ContactPage page(WorkspaceId workspace, String query, Optional<ContactCursor> after, int rows) {
    return database.in(
        workspace.value(),
        db -> {
          var found =
              query.isBlank()
                  ? newest(db, workspace, after, rows + 1)
                  : search(
                      db,
                      workspace,
                      Sought.of(query, scopes(db, workspace, query)),
                      after,
                      rows + 1);
          return page(db, workspace, found, rows);
        });
  }

  private static Set<String> scopes(JdbcClient db, WorkspaceId workspace, String query) {
    var scopes = new HashSet<>(Sought.TAKEN);
    if (query.indexOf(':') >= 0)
      ContactFieldStore.all(db, workspace).forEach(field -> scopes.add(field.key()));
    return scopes;
  }

  private static ContactPage page(JdbcClient db, WorkspaceId workspace, Found found, int rows) {
    var hits = found.hits().subList(0, Math.min(rows, found.hits().size()));
    if (hits.isEmpty()) return new ContactPage(List.of(), found.more());
    var ids = hits.stream().map(hit -> hit.contact().value()).toArray(Long[]::new);
    var byId =
        ContactStore.read(db, workspace, "c.id = any(?)", (Object) ids).stream()
            .collect(Collectors.toMap(Contact::id, Function.identity()));
    var items =
        hits.stream()
            .map(hit -> byId.get(hit.contact()))
            .filter(contact -> contact != null)
            .map(Contact::summary)
            .toList();
    var next = found.hits().size() > rows ? Optional.of(hits.getLast().cursor()) : found.more();
    return new ContactPage(items, next);
  }

  /// All contacts, the last active first.
  private static Found newest(
      JdbcClient db, WorkspaceId workspace, Optional<ContactCursor> after, int rows) {
    var values = new ArrayList<Object>(List.of(workspace.value()));
    var hits =
        db.sql(
                "select c.id, %s as at from contact c where c.workspace = ? and c.merged_into is null%s limit %d"
                    .formatted(AT, behind(after, values), rows))
            .params(values)
            .query((row, _) -> new Hit(new ContactId(row.getLong("id")), at(row), 0))
            .list();
    return new Found(hits, Optional.empty());
  }

  private static Found search(
      JdbcClient db,
      WorkspaceId workspace,
      Sought sought,
      Optional<ContactCursor> after,
      int rows) {
    if (sought.words().isEmpty()) return new Found(List.of(), Optional.empty());
    var candidates = new CandidateContactStore(db, workspace, sought);
    var few = candidates.byOneWord(MatchLevel.TYPO);
    if (few.isEmpty()) {
      var exactly = exactly(db, workspace, candidates, after, rows);
      if (!exactly.hits().isEmpty()) return exactly;
      few = candidates.of(MatchLevel.TYPO);
    }
    if (few.isEmpty()) return levelByLevel(db, workspace, candidates, after, rows);
    var all = lookedAt(db, workspace, sought, few.get());
    var hits = all.stream().filter(hit -> hit.isAfter(after)).sorted(Hit.ORDER).limit(rows);
    return new Found(hits.toList(), Optional.empty());
  }

  /// Those who have every word as it was typed, where each word is in many: the last active of all,
  /// if they are enough to show, else whoever has all of the words, if these are few. Whoever has a
  /// longer word or another letter is asked for when these have been seen: that takes longer, and
  /// mostly one of these is meant.
  private static Found exactly(
      JdbcClient db,
      WorkspaceId workspace,
      CandidateContactStore candidates,
      Optional<ContactCursor> after,
      int rows) {
    boolean behind = after.isPresent() && after.get().nearness() > MatchLevel.EXACT.ordinal();
    if (behind || candidates.byOneWord(MatchLevel.EXACT).isPresent())
      return new Found(List.of(), Optional.empty());
    var newest = passing(db, workspace, candidates, MatchLevel.EXACT, after, rows, false);
    if (newest.hits().size() >= Math.min(rows, ENOUGH)) return goingOn(newest);
    var few = candidates.together(MatchLevel.EXACT);
    if (few.isEmpty()) return newest.hits().isEmpty() ? newest : goingOn(newest);
    var hits =
        lookedAt(db, workspace, candidates.sought(), few.get(), MatchLevel.EXACT, after).stream()
            .limit(rows)
            .toList();
    return hits.isEmpty()
        ? new Found(hits, Optional.empty())
        : goingOn(new Found(hits, Optional.empty()));
  }

  /// Whoever comes less near is behind the last of `found`.
  private static Found goingOn(Found found) {
    return found.more().isPresent()
        ? found
        : new Found(found.hits(), Optional.of(found.hits().getLast().cursor()));
  }

  private static Found levelByLevel(
      JdbcClient db,
      WorkspaceId workspace,
      CandidateContactStore candidates,
      Optional<ContactCursor> after,
      int rows) {
    var hits = new ArrayList<Hit>();
    for (var level : MatchLevel.values()) {
      if (after.isPresent() && after.get().nearness() > level.ordinal()) continue;
      var few = candidates.of(level);
      if (few.isPresent())
        hits.addAll(lookedAt(db, workspace, candidates.sought(), few.get(), level, after));
      else {
        var from = after.filter(cursor -> cursor.nearness() == level.ordinal());
        var passed =
            passing(db, workspace, candidates, level, from, rows - hits.size(), hits.isEmpty());
        hits.addAll(passed.hits());
        if (passed.more().isPresent()) return new Found(hits, passed.more());
      }
      if (hits.size() >= rows) break;
    }
    return new Found(hits, Optional.empty());
  }

  private static List<Hit> lookedAt(
      JdbcClient db, WorkspaceId workspace, Sought sought, List<Long> contacts) {
    if (contacts.isEmpty()) return List.of();
    var hits = new ArrayList<Hit>();
    db.sql(LOOKED_AT)
        .param(workspace.value())
        .param(contacts.toArray(Long[]::new))
        .query(
            row -> {
              var id = new ContactId(row.getLong("id"));
              var at = at(row);
              sought
                  .in(row.getString("search_text"))
                  .ifPresent(level -> hits.add(new Hit(id, at, level.ordinal())));
            });
    return hits;
  }

  /// Those of `contacts` who come exactly as near as `level`, behind `after`, in their order.
  private static List<Hit> lookedAt(
      JdbcClient db,
      WorkspaceId workspace,
      Sought sought,
      List<Long> contacts,
      MatchLevel level,
      Optional<ContactCursor> after) {
    return lookedAt(db, workspace, sought, contacts).stream()
        .filter(hit -> hit.nearness() == level.ordinal() && hit.isAfter(after))
        .sorted(Hit.ORDER)
        .toList();
  }

  /// Goes through the list of all, until there are so many `rows` or enough was gone through. As
  /// long as there is nothing to show, it goes on; but where the words are in many and together in
  /// few, asking for all of them is quicker.
  ///
  /// @param untilSome whether there is nothing to show yet
  private static Found passing(
      JdbcClient db,
      WorkspaceId workspace,
      CandidateContactStore candidates,
      MatchLevel level,
      Optional<ContactCursor> from,
      int rows,
      boolean untilSome) {
    var hits = new ArrayList<Hit>();
    var place = from;
    for (int times = 1; ; times++) {
      int wanted = rows - hits.size();
      var some = passed(db, workspace, candidates, level, place, wanted);
      some.stream().filter(Passed::isFound).map(Passed::hit).forEach(hits::add);
      place =
          some.size() < wanted
              ? last(db, workspace, level, place)
              : Optional.of(some.getLast().hit().cursor());
      if (place.isEmpty() || !hits.isEmpty() || !untilSome) return new Found(hits, place);
      if (times != PASSED_IN_VAIN) continue;
      var few = candidates.together(level);
      if (few.isPresent())
        return new Found(
            lookedAt(db, workspace, candidates.sought(), few.get(), level, from), Optional.empty());
    }
  }

  /// @param isFound what the statement lets through is judged once more
  private record Passed(Hit hit, boolean isFound) {}

  private static List<Passed> passed(
      JdbcClient db,
      WorkspaceId workspace,
      CandidateContactStore candidates,
      MatchLevel level,
      Optional<ContactCursor> from,
      int rows) {
    var values = new ArrayList<Object>(List.of(workspace.value()));
    var list =
        "select c.id, c.search_text, %s as at from contact c where c.workspace = ? and c.merged_into is null%s limit %d"
            .formatted(AT, behind(from, values), ContactLimits.SEARCH_PASSED);
    var which = candidates.patterns(level, values);
    return db.sql(
            "select c.id, c.search_text, c.at from (%s) c where %s order by c.at desc, c.id desc limit %d"
                .formatted(list, which, rows))
        .params(values)
        .query(
            (row, _) ->
                new Passed(
                    new Hit(new ContactId(row.getLong("id")), at(row), level.ordinal()),
                    candidates
                        .sought()
                        .in(row.getString("search_text"))
                        .equals(Optional.of(level))))
        .list();
  }

  /// The last of those that were gone through; empty: they were the last of all.
  private static Optional<ContactCursor> last(
      JdbcClient db, WorkspaceId workspace, MatchLevel level, Optional<ContactCursor> from) {
    var values = new ArrayList<Object>(List.of(workspace.value()));
    return db.sql(
            "select c.id, %s as at from contact c where c.workspace = ? and c.merged_into is null%s offset %d limit 1"
                .formatted(AT, behind(from, values), ContactLimits.SEARCH_PASSED - 1))
        .params(values)
        .query(
            (row, _) ->
                new ContactCursor(level.ordinal(), at(row), new ContactId(row.getLong("id"))))
        .optional();
  }

  /// The condition and order of a list, and the values of the condition.
  private static String behind(Optional<ContactCursor> after, List<Object> values) {
    after.ifPresent(
        cursor -> {
          values.add(OffsetDateTime.ofInstant(cursor.at(), ZoneOffset.UTC));
          values.add(cursor.contact().value());
        });
    var order = " order by " + AT + " desc, c.id desc";
    return after.isEmpty() ? order : " and (" + AT + ", c.id) < (?, ?)" + order;
  }

  private static Instant at(ResultSet row) throws SQLException {
    return row.getObject("at", OffsetDateTime.class).toInstant();
  }
}
