package org.hiwar.messenger.stub;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// What stands on the telephones of all customers; the newest thousand messages.
final class Telephones {
  private static final int MOST = 1_000;

  private final Map<String, Shown> all = new LinkedHashMap<>();
  private final List<Watcher> watchers = new CopyOnWriteArrayList<>();

  private record Watcher(String customer, Consumer<Shown> told) {}

  /// Tells what stands on this customer's telephone, and from now on what comes and what of it
  /// changes.
  ///
  /// @param told must not block
  /// @return ends it
  synchronized Runnable watch(String customer, Consumer<Shown> told) {
    var watcher = new Watcher(customer, told);
    of(customer).forEach(told);
    watchers.add(watcher);
    return () -> watchers.remove(watcher);
  }

  synchronized void show(Shown message) {
    all.put(message.id(), message);
    if (all.size() > MOST) all.remove(all.keySet().iterator().next());
    tell(message);
  }

  /// In their order.
  synchronized List<Shown> of(String customer) {
    return all.values().stream().filter(one -> one.customer().equals(customer)).toList();
  }

  /// When this customer last wrote; empty: never.
  synchronized Optional<Instant> wrote(String customer) {
    return of(customer).stream().filter(Shown::own).map(Shown::at).max(Instant::compareTo);
  }

  /// Moves a tick forwards. Empty: there is no such message, or it has come as far before.
  synchronized Optional<Shown> mark(String id, Tick tick) {
    var found = Optional.ofNullable(all.get(id)).filter(one -> one.tick().compareTo(tick) < 0);
    return found.map(
        one -> {
          var changed = one.with(tick);
          all.put(id, changed);
          tell(changed);
          return changed;
        });
  }

  private void tell(Shown message) {
    for (var watcher : watchers)
      if (watcher.customer().equals(message.customer())) watcher.told().accept(message);
  }
}
