package org.hiwar.floor.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hiwar.floor.core.Guest;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// The guests of a piece of work in one column: `agent host since until` of each, numbers with
/// blanks between, the guests with commas. 0: nobody, or no moment. Empty: it has none, as nearly
/// all work.
final class GuestColumn {
  private GuestColumn() {}

  static String written(List<Guest> guests) {
    return guests.isEmpty()
        ? ""
        : guests.stream().map(GuestColumn::written).collect(Collectors.joining(","));
  }

  private static String written(Guest guest) {
    long host = guest.host() == null ? 0 : guest.host().value();
    long until = guest.until() == null ? 0 : Micros.of(guest.until());
    return guest.agent() + " " + host + " " + Micros.of(guest.since()) + " " + until;
  }

  static List<Guest> read(String written) {
    if (written.isEmpty()) return List.of();
    var guests = new ArrayList<Guest>();
    for (var one : written.split(",")) guests.add(guest(one.split(" ")));
    return guests;
  }

  private static Guest guest(String[] parts) {
    long host = Long.parseLong(parts[1]);
    return new Guest(
        UserId.of(parts[0]),
        host == 0 ? null : new UserId(host),
        Micros.instant(Long.parseLong(parts[2])),
        moment(parts[3]));
  }

  private static @Nullable Instant moment(String us) {
    return us.equals("0") ? null : Micros.instant(Long.parseLong(us));
  }
}
