package org.hiwar.bench.contacts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.hiwar.bench.Aim;
import org.hiwar.bench.Sheet;
import org.hiwar.contact.ContactId;
import org.hiwar.conversation.ActivityCursor;
import org.hiwar.conversation.ActivityStore;

/// One contact with more activities than anybody reads: its first page and pages anywhere in it,
/// over HTTP and by the product's class; beside them the bare statement of one page.
final class HistoryBench {
  private static final Aim MOST = Aim.atMost(10);
  private static final int PAGE = 50;
  private static final int PLACES = 50;
  private static final String BARE =
      "select * from interaction where workspace = ? and contact = ? and (arrived_at, id) < (?, ?)"
          + " order by arrived_at desc, id desc limit 50";

  private final ContactsPlace place;
  private final ContactsSize size;

  HistoryBench(ContactsPlace place, ContactsSize size) {
    this.place = place;
    this.size = size;
  }

  void run(Sheet sheet) throws Exception {
    int who = size.contacts() - 1;
    Histories.fill(place, who, who + 1, size.history());
    var contact = new ContactId(place.contact(who));
    var activities = new ActivityStore(place.database, List.of());
    var places = places(activities, contact);
    var random = new SplittableRandom(41);
    var first = new Timed();
    var deep = new Timed();
    var bare = new Timed();
    for (int i = 0; i <= size.repetitions(); i++) {
      first.run(size.times(), _ -> place.get("/api/contacts/" + contact + "/activities"));
      deep.run(
          size.times(),
          _ -> {
            var cursor = places.get(random.nextInt(places.size())).text();
            place.get("/api/contacts/" + contact + "/activities?cursor=" + cursor);
          });
      bare(bare, contact, places);
    }
    var where = Map.of("activities", "%,d".formatted(size.history()));
    sheet.add(first.figures("first page, over HTTP", "Hiwar", where, null, MOST));
    sheet.add(deep.figures("any page, over HTTP", "Hiwar", where, null, MOST));
    sheet.add(bare.figures("any page", "bare SQL", where, null, null));
  }

  /// Some places in the history, each a page behind the one before.
  private List<ActivityCursor> places(ActivityStore activities, ContactId contact) {
    var places = new ArrayList<ActivityCursor>();
    var next = Optional.<ActivityCursor>empty();
    for (int i = 0; i < PLACES; i++) {
      var page = activities.page(place.workspace, contact, next, PAGE);
      if (page.next().isEmpty()) break;
      next = page.next();
      places.add(next.get());
    }
    return places;
  }

  private void bare(Timed timed, ContactId contact, List<ActivityCursor> places) throws Exception {
    var random = new SplittableRandom(43);
    try (var db = place.connection();
        var statement = db.prepareStatement(BARE)) {
      timed.run(
          size.times(),
          _ -> {
            var cursor = places.get(random.nextInt(places.size()));
            statement.setLong(1, place.workspace.value());
            statement.setLong(2, contact.value());
            statement.setObject(3, cursor.at().atOffset(java.time.ZoneOffset.UTC));
            statement.setLong(4, cursor.interaction().value());
            try (var rows = statement.executeQuery()) {
              while (rows.next()) rows.getLong(1);
            }
          });
    }
  }
}
