package org.hiwar.bench.contacts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.hiwar.bench.Aim;
import org.hiwar.bench.Sheet;
import org.hiwar.bench.contacts.Customers.Customer;
import org.hiwar.contact.ArabicText;

/// What an agent types, until the list of who is meant has come over HTTP. Beside it the same words
/// looked for by bare statements in a table of the texts alone, without a workspace, addresses or
/// HTTP: by `like`, and by a trigram index, with the order of similarity where there is a typing
/// error.
final class FindBench {
  private static final Aim HALF = Aim.atMost(30);
  private static final Aim MOST = Aim.atMost(50);
  private static final int FEWER_BARE = 10;

  private final ContactsPlace place;
  private final ContactsSize size;

  /// What is typed of a customer.
  private enum Typed {
    FIRST_LETTER("the first letter"),
    TWO_LETTERS("two letters"),
    LAST_NAME("a last name"),
    BOTH_NAMES("both names"),
    PART_OF_NAME("a part of a name"),
    TYPING_ERROR("a name with a typing error"),
    PART_OF_NUMBER("five digits of a number"),
    END_OF_NUMBER("the end of a number"),
    MAIL("the beginning of a mail address");

    final String words;

    Typed(String words) {
      this.words = words;
    }

    String of(Customer one, SplittableRandom random) {
      var last = one.last();
      return switch (this) {
        case FIRST_LETTER -> one.first().substring(0, 1);
        case TWO_LETTERS -> last.substring(0, 2);
        case LAST_NAME -> last;
        case BOTH_NAMES -> one.first() + " " + last;
        case PART_OF_NAME -> last.substring(1, Math.min(last.length(), 6));
        case TYPING_ERROR -> last.substring(0, 3) + last.substring(4);
        case PART_OF_NUMBER -> {
          int at = 5 + random.nextInt(3);
          yield one.number().substring(at, at + 5);
        }
        case END_OF_NUMBER -> one.number().substring(one.number().length() - 6);
        case MAIL -> one.mail().substring(0, one.mail().indexOf('@'));
      };
    }
  }

  FindBench(ContactsPlace place, ContactsSize size) {
    this.place = place;
    this.size = size;
  }

  void run(Sheet sheet) throws Exception {
    for (var typed : Typed.values()) hiwar(sheet, typed);
    try (var db = place.connection()) {
      bare(
          sheet,
          db,
          "like",
          "select id from bare_contact where text like all(?) order by id desc limit 50");
      try (var make = db.createStatement()) {
        make.execute("create extension if not exists pg_trgm");
        make.execute("create index bare_trigrams on bare_contact using gin (text gin_trgm_ops)");
        make.execute("analyze bare_contact");
      }
      bare(
          sheet,
          db,
          "like, trigram index",
          "select id from bare_contact where text like all(?) order by id desc limit 50");
      similar(sheet, db);
    }
  }

  private List<String> queries(Typed typed, int many) {
    var random = new SplittableRandom(31);
    var queries = new ArrayList<String>();
    for (int i = 0; i < many; i++)
      queries.add(typed.of(Customers.at(random.nextInt(size.contacts())), random));
    return queries;
  }

  private Map<String, String> where(Typed typed) {
    return Map.of("contacts", "%,d".formatted(size.contacts()), "typed", typed.words);
  }

  private void hiwar(Sheet sheet, Typed typed) throws Exception {
    var timed = new Timed();
    var queries = queries(typed, size.times());
    for (int i = 0; i <= size.repetitions(); i++)
      timed.run(size.times(), nr -> ask(queries.get(nr)));
    sheet.add(timed.figures("found", "Hiwar", where(typed), HALF, MOST));
  }

  private void ask(String query) throws Exception {
    var found =
        place.get("/api/contacts?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    if (found.get("items").isEmpty()) throw new IllegalStateException(query + " finds nobody");
  }

  private void bare(Sheet sheet, Connection db, String of, String sql) throws Exception {
    try (var statement = db.prepareStatement(sql)) {
      for (var typed : Typed.values()) {
        if (typed == Typed.TYPING_ERROR) continue;
        measure(
            sheet,
            of,
            typed,
            statement,
            query ->
                db.createArrayOf(
                    "text",
                    java.util.Arrays.stream(ArabicText.folded(query).split("[ .]"))
                        .map(word -> "%" + word + "%")
                        .toArray()));
      }
    }
  }

  private void similar(Sheet sheet, Connection db) throws Exception {
    try (var statement =
        db.prepareStatement(
            "select id from bare_contact where ? <% text order by ? <<-> text limit 50")) {
      measure(sheet, "order of similarity", Typed.TYPING_ERROR, statement, ArabicText::folded);
    }
  }

  private interface Parameter {
    Object of(String query) throws SQLException;
  }

  private void measure(
      Sheet sheet, String of, Typed typed, PreparedStatement statement, Parameter parameter)
      throws Exception {
    var timed = new Timed();
    int times = Math.max(10, size.times() / FEWER_BARE);
    var queries = queries(typed, times);
    for (int i = 0; i <= size.repetitions(); i++)
      timed.run(
          times,
          nr -> {
            var value = parameter.of(queries.get(nr));
            int many = statement.getParameterMetaData().getParameterCount();
            for (int p = 1; p <= many; p++) statement.setObject(p, value);
            try (var rows = statement.executeQuery()) {
              while (rows.next()) rows.getLong(1);
            }
          });
    sheet.add(timed.figures("found", of, where(typed), null, null));
  }
}
