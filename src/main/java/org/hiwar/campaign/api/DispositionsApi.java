package org.hiwar.campaign.api;

import static org.hiwar.campaign.api.CampaignRulesCheck.require;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.hiwar.platform.Ids;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Disposition;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.DispositionStore;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
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
@Requires(Privilege.MANAGE_CAMPAIGNS)
class DispositionsApi {
  private static final int MOST = 200;
  private static final int LONGEST = 100;

  private final DispositionStore dispositions;
  private final AuditLog audit;
  private final Ids ids;
  private final Clock clock;

  DispositionsApi(DispositionStore dispositions, AuditLog audit, Ids ids, Clock clock) {
    this.dispositions = dispositions;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /// `name` null: what Hiwar calls it, in the reader's language; only where there is a code.
  record ResultView(
      DispositionId id,
      @Nullable String code,
      @Nullable String name,
      Disposition.Kind kind,
      boolean last,
      Disposition.Scope scope) {
    static ResultView of(Disposition one) {
      return new ResultView(one.id(), one.code(), one.name(), one.kind(), one.last(), one.scope());
    }
  }

  record ResultWish(
      @Nullable String name, Disposition.Kind kind, boolean last, Disposition.Scope scope) {}

  @GetMapping
  @Requires(Privilege.RUN_CAMPAIGNS)
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
            null,
            null,
            name,
            wish.kind(),
            wish.last(),
            position,
            wish.scope());
    dispositions.add(user.workspace(), made);
    record(user, "disposition.created", made);
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
            before.service(),
            before.code(),
            name(wish, before.code()),
            wish.kind(),
            wish.last(),
            before.position(),
            wish.scope());
    dispositions.change(user.workspace(), after, clock.instant());
    record(user, "disposition.changed", after);
    return ResultView.of(after);
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
    var name = wish.name() == null ? "" : wish.name().strip();
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
