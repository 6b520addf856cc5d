package org.hiwar.messenger.stub;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/// What stands on the telephones of all customers; the newest thousand messages.
final class Telephones {
  private static final int MOST = 1_000;

  private final ArrayDeque<Shown> all = new ArrayDeque<>();

  synchronized void show(Shown message) {
    all.addLast(message);
    if (all.size() > MOST) all.removeFirst();
  }

  /// In their order.
  synchronized List<Shown> of(String customer) {
    return all.stream().filter(one -> one.customer().equals(customer)).toList();
  }

  /// Marks one as read. Empty: there is none, or it was read before.
  synchronized Optional<Shown> seen(String id) {
    var found = all.stream().filter(one -> one.id().equals(id) && !one.seen()).findFirst();
    found.ifPresent(
        one -> {
          var changed =
              new Shown(
                  one.id(), one.customer(), one.own(), one.text(), one.file(), one.at(), true);
          var order = List.copyOf(all);
          all.clear();
          for (var each : order) all.addLast(each == one ? changed : each);
        });
    return found;
  }
}
