package org.hiwar.workspace.services;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hiwar.platform.Ids;
import org.hiwar.platform.OneLine;
import org.hiwar.platform.Refusal;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.ChoicesListener;
import org.hiwar.workspace.NotReadyReason;
import org.hiwar.workspace.NotReadyReasonStore;
import org.hiwar.workspace.ReasonId;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.access.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Creates, renames, orders and removes reasons for not being ready, and tells whoever listens.
@Component
class NotReadyReasons {
  private static final int MOST = 50;
  private static final int LONGEST = 100;

  private final Database database;
  private final NotReadyReasonStore store;
  private final AuditLog audit;
  private final ObjectProvider<ChoicesListener> listeners;
  private final Ids ids;
  private final Clock clock;

  NotReadyReasons(
      Database database,
      NotReadyReasonStore store,
      AuditLog audit,
      ObjectProvider<ChoicesListener> listeners,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.audit = audit;
    this.listeners = listeners;
    this.ids = ids;
    this.clock = clock;
  }

  NotReadyReason create(CurrentUser user, @Nullable String wish) {
    return changed(
        user,
        "not-ready-reason.created",
        all -> {
          var name = name(all, null, wish);
          if (all.size() >= MOST)
            throw Refusal.conflict(
                "reasons-too-many", "There are 50 reasons already. Remove or rename one instead.");
          int position = all.stream().mapToInt(NotReadyReason::position).max().orElse(0) + 1;
          var made = new NotReadyReason(new ReasonId(ids.next()), null, name, position);
          store.add(user.workspace(), made);
          return made;
        });
  }

  /// Without a name: what Hiwar calls it, where it brings the reason.
  NotReadyReason rename(CurrentUser user, ReasonId reason, @Nullable String wish) {
    return changed(
        user,
        "not-ready-reason.renamed",
        all -> {
          var before = find(all, reason);
          var name = name(all, before, wish);
          var after = new NotReadyReason(reason, before.code(), name, before.position());
          store.change(user.workspace(), after);
          return after;
        });
  }

  void order(CurrentUser user, List<ReasonId> wish) {
    var unused =
        changed(
            user,
            "not-ready-reason.ordered",
            all -> {
              var known = all.stream().map(NotReadyReason::id).collect(Collectors.toSet());
              if (wish.size() != all.size() || !known.equals(new HashSet<>(wish)))
                throw Refusal.conflict(
                    "reasons-changed",
                    "Somebody has added or removed a reason meanwhile. Look at the list again.");
              for (var one : all)
                store.change(
                    user.workspace(),
                    new NotReadyReason(
                        one.id(), one.code(), one.name(), wish.indexOf(one.id()) + 1));
              return all.getFirst();
            });
  }

  void remove(CurrentUser user, ReasonId reason) {
    var unused =
        changed(
            user,
            "not-ready-reason.removed",
            all -> {
              var found = find(all, reason);
              if (all.size() == 1)
                throw Refusal.conflict(
                    "reason-last",
                    "Agents need at least one reason to choose from. Add another one first.");
              store.remove(user.workspace(), reason, clock.instant());
              return found;
            });
  }

  private NotReadyReason changed(
      CurrentUser user, String what, Function<List<NotReadyReason>, NotReadyReason> change) {
    var workspace = user.workspace();
    var done =
        database.in(
            workspace.value(),
            _ -> {
              var one = change.apply(store.all(workspace));
              record(user, what, one);
              return one;
            });
    tell(workspace);
    return done;
  }

  private void record(CurrentUser user, String what, NotReadyReason one) {
    var name = one.name();
    audit.record(
        user.workspace(),
        user.user(),
        what,
        one.id().toString(),
        Map.of("name", name == null ? String.valueOf(one.code()) : name));
  }

  private static NotReadyReason find(List<NotReadyReason> all, ReasonId reason) {
    return all.stream()
        .filter(one -> one.id().equals(reason))
        .findFirst()
        .orElseThrow(Refusal::notFound);
  }

  private static @Nullable String name(
      List<NotReadyReason> all, @Nullable NotReadyReason own, @Nullable String wish) {
    var name = wish == null ? "" : OneLine.typed(wish).strip();
    if (name.isEmpty() && own != null && own.code() != null) return null;
    if (name.isEmpty() || name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl))
      throw Refusal.invalid(
          "reason-name-invalid",
          "A reason's name has 1 to 100 characters on one line. Correct it.");
    if (all.stream().anyMatch(one -> name.equals(one.name()) && !one.equals(own)))
      throw Refusal.conflict(
          "reason-name-taken", "Another reason has this name. Choose another one.");
    return name;
  }

  private void tell(WorkspaceId workspace) {
    listeners.forEach(listener -> listener.choicesChanged(workspace));
  }
}
