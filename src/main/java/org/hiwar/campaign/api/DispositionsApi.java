package org.hiwar.campaign.api;

import static org.hiwar.campaign.api.CampaignRulesCheck.require;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hiwar.platform.Ids;
import org.hiwar.platform.OneLine;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.ChoicesListener;
import org.hiwar.workspace.Disposition;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.DispositionStore;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.Service;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.ForEveryUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The results that agents choose from (S2-51, S2-57). None is removed: history names it.
@RestController
@RequestMapping("/api/dispositions")
@Requires(Privilege.MANAGE_SERVICES)
class DispositionsApi {
  private static final int MOST = 200;
  private static final int LONGEST = 100;

  private final DispositionStore dispositions;
  private final ServiceStore services;
  private final AuditLog audit;
  private final ObjectProvider<ChoicesListener> listeners;
  private final Ids ids;
  private final Clock clock;

  DispositionsApi(
      DispositionStore dispositions,
      ServiceStore services,
      AuditLog audit,
      ObjectProvider<ChoicesListener> listeners,
      Ids ids,
      Clock clock) {
    this.dispositions = dispositions;
    this.services = services;
    this.audit = audit;
    this.listeners = listeners;
    this.ids = ids;
    this.clock = clock;
  }

  /// `name` null: what Hiwar calls it, in the reader's language; only where there is a code.
  /// `services` where it may be given; none: in every one.
  record ResultView(
      DispositionId id,
      @Nullable String code,
      @Nullable String name,
      Disposition.Kind kind,
      boolean last,
      Disposition.Scope scope,
      List<ServiceId> services) {
    static ResultView of(Disposition one) {
      return new ResultView(
          one.id(),
          one.code(),
          one.name(),
          one.kind(),
          one.last(),
          one.scope(),
          one.services().stream().sorted().toList());
    }
  }

  /// `services` where it may be given; null or none: in every one.
  record ResultWish(
      @Nullable String name,
      Disposition.Kind kind,
      boolean last,
      Disposition.Scope scope,
      @Nullable List<ServiceId> services) {}

  @GetMapping
  @ForEveryUser
  List<ResultView> list(CurrentUser user) {
    return dispositions.all(user.workspace()).stream().map(ResultView::of).toList();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ResultView create(CurrentUser user, @RequestBody ResultWish wish) {
    var name = name(wish, null);
    var all = dispositions.all(user.workspace());
    requireFree(all, null, name);
    require(
        all.size() < MOST,
        "dispositions-too-many",
        "There are too many results. Rename one instead.");
    int position = all.stream().mapToInt(Disposition::position).max().orElse(0) + 1;
    var made =
        new Disposition(
            new DispositionId(ids.next()),
            services(user, wish),
            null,
            name,
            wish.kind(),
            wish.last(),
            position,
            wish.scope());
    dispositions.add(user.workspace(), made);
    record(user, "disposition.created", made);
    tell(user);
    return ResultView.of(made);
  }

  @PutMapping("/{disposition}")
  ResultView change(
      CurrentUser user, @PathVariable DispositionId disposition, @RequestBody ResultWish wish) {
    var before = dispositions.find(user.workspace(), disposition).orElseThrow(Refusal::notFound);
    requireFree(dispositions.all(user.workspace()), disposition, name(wish, before.code()));
    var after =
        new Disposition(
            disposition,
            services(user, wish),
            before.code(),
            name(wish, before.code()),
            wish.kind(),
            wish.last(),
            before.position(),
            wish.scope());
    dispositions.change(user.workspace(), after, clock.instant());
    record(user, "disposition.changed", after);
    tell(user);
    return ResultView.of(after);
  }

  private Set<ServiceId> services(CurrentUser user, ResultWish wish) {
    var wanted = wish.services();
    if (wanted == null || wanted.isEmpty()) return Set.of();
    var known =
        services.all(user.workspace()).stream().map(Service::id).collect(Collectors.toSet());
    require(
        known.containsAll(wanted),
        "disposition-service-unknown",
        "There is no such service. Choose among yours.");
    return Set.copyOf(wanted);
  }

  private void tell(CurrentUser user) {
    listeners.forEach(listener -> listener.choicesChanged(user.workspace()));
  }

  private static void requireFree(
      List<Disposition> all, @Nullable DispositionId own, @Nullable String name) {
    if (name != null
        && all.stream().anyMatch(one -> name.equals(one.name()) && !one.id().equals(own)))
      throw Refusal.conflict(
          "disposition-name-taken", "Another result has this name. Choose another one.");
  }

  private static @Nullable String name(ResultWish wish, @Nullable String code) {
    require(
        !wish.last() || !wish.scope().reschedulable(),
        "disposition-final",
        "A result that ends the matter cannot be rescheduled. Choose one of the two.");
    var name = wish.name() == null ? "" : OneLine.typed(wish.name()).strip();
    if (name.isEmpty() && code != null) return null;
    require(
        !name.isEmpty()
            && name.length() <= LONGEST
            && name.chars().noneMatch(Character::isISOControl),
        "disposition-name-invalid",
        "A result's name has 1 to 100 characters on one line. Correct it.");
    return name;
  }

  private void record(CurrentUser by, String what, Disposition one) {
    var name = one.name();
    audit.record(
        by.workspace(),
        by.user(),
        what,
        one.id().toString(),
        Map.of("name", name == null ? "" : name, "kind", one.kind()));
  }
}
