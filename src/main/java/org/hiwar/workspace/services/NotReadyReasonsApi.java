package org.hiwar.workspace.services;

import java.util.List;
import org.hiwar.workspace.NotReadyReason;
import org.hiwar.workspace.NotReadyReasonStore;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.ReasonId;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The reasons that agents choose from when they are not ready, for administrators.
@RestController
@RequestMapping("/api/not-ready-reasons")
@Requires(Privilege.MANAGE_SERVICES)
class NotReadyReasonsApi {
  private final NotReadyReasonStore store;
  private final NotReadyReasons reasons;

  NotReadyReasonsApi(NotReadyReasonStore store, NotReadyReasons reasons) {
    this.store = store;
    this.reasons = reasons;
  }

  /// `name` null: what Hiwar calls it, in the reader's language; only where there is a code.
  record ReasonView(ReasonId id, @Nullable String code, @Nullable String name) {
    static ReasonView of(NotReadyReason one) {
      return new ReasonView(one.id(), one.code(), one.name());
    }
  }

  record ReasonWish(@Nullable String name) {}

  /// All of them, in the order in which agents see them.
  record ReasonOrder(List<ReasonId> reasons) {}

  /// In the order in which agents see them.
  @GetMapping
  List<ReasonView> list(CurrentUser user) {
    return store.all(user.workspace()).stream().map(ReasonView::of).toList();
  }

  /// The last one of the list.
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ReasonView create(CurrentUser user, @RequestBody ReasonWish wish) {
    return ReasonView.of(reasons.create(user, wish.name()));
  }

  @PutMapping("/{reason}")
  ReasonView change(CurrentUser user, @PathVariable ReasonId reason, @RequestBody ReasonWish wish) {
    return ReasonView.of(reasons.rename(user, reason, wish.name()));
  }

  @PutMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void order(CurrentUser user, @RequestBody ReasonOrder wish) {
    reasons.order(user, wish.reasons());
  }

  /// Whoever has it now, keeps it; nobody can choose it any more.
  @DeleteMapping("/{reason}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(CurrentUser user, @PathVariable ReasonId reason) {
    reasons.remove(user, reason);
  }
}
