package org.hiwar.bench.contacts;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.hiwar.bench.Aim;
import org.hiwar.bench.Sheet;
import org.hiwar.contact.PhoneContacts;
import org.hiwar.conversation.ActivityStore;
import org.hiwar.platform.Ids;

/// Who calls, and what happened with them: the same classes as in the server ask the same database
/// from here. Beside them one statement with the same rows, without a transaction around it.
final class CallerBench {
  private static final Aim MOST = Aim.atMost(5);
  private static final int PAGE = 50;
  private static final String BARE =
      """
      select i.*, (select count(*) from message m where m.workspace = i.workspace and m.interaction = i.id),
        (select m.text from message m where m.workspace = i.workspace and m.interaction = i.id and m.author_kind = 'CUSTOMER' order by m.seq limit 1)
      from interaction i where i.workspace = ? and i.contact = (
        select contact from contact_address where workspace = ? and kind = 'PHONE' and value = ? limit 1)
      order by i.arrived_at desc, i.id desc limit 50\
      """;

  private final ContactsPlace place;
  private final ContactsSize size;
  private final SplittableRandom random = new SplittableRandom(37);

  CallerBench(ContactsPlace place, ContactsSize size) {
    this.place = place;
    this.size = size;
  }

  void run(Sheet sheet) throws Exception {
    Histories.fill(place, 0, size.callers(), Histories.ACTIVITIES);
    var phones =
        new PhoneContacts(place.database, new Ids(Clock.systemUTC(), 1017), Clock.systemUTC());
    var activities = new ActivityStore(place.database, List.of());
    var own = new Timed();
    var bare = new Timed();
    try (var db = place.connection();
        var statement = db.prepareStatement(BARE)) {
      for (int i = 0; i <= size.repetitions(); i++) {
        bare.run(size.times(), _ -> require(count(statement, number())));
        own.run(
            size.times(),
            _ -> {
              var contact = phones.known(place.workspace, number());
              if (contact.isEmpty()) return; // two have this number
              require(
                  activities
                      .page(place.workspace, contact.get(), Optional.empty(), PAGE)
                      .items()
                      .size());
            });
      }
    }
    var where =
        Map.of(
            "contacts", "%,d".formatted(size.contacts()),
            "activities of each", Integer.toString(Histories.ACTIVITIES));
    sheet.add(own.figures("number to contact and 50 activities", "Hiwar", where, null, MOST));
    sheet.add(bare.figures("number to contact and 50 activities", "bare SQL", where, null, null));
  }

  private String number() {
    return Customers.at(random.nextInt(size.callers())).number();
  }

  private int count(PreparedStatement statement, String number) throws SQLException {
    statement.setLong(1, place.workspace.value());
    statement.setLong(2, place.workspace.value());
    statement.setString(3, number);
    int rows = 0;
    try (var found = statement.executeQuery()) {
      while (found.next()) rows++;
    }
    return rows == 0 ? PAGE : rows; // another contact, without a history, has this number, too
  }

  private static void require(int activities) {
    if (activities != PAGE && activities != 0)
      throw new IllegalStateException(activities + " activities came");
  }
}
