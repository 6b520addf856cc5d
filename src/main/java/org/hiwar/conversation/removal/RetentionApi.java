package org.hiwar.conversation.removal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hiwar.conversation.removal.RetentionStore.RetentionRule;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// How long recordings, conversations and raw items are kept, for administrators.
@RestController
@RequestMapping("/api/retention")
@Requires(Privilege.MANAGE_RETENTION)
class RetentionApi {
  private final RetentionStore rules;
  private final Retention retention;

  RetentionApi(RetentionStore rules, Retention retention) {
    this.rules = rules;
    this.retention = retention;
  }

  /// Days after which each goes, 1 to 36,500; null: it is kept for ever.
  record RetentionWish(
      @Nullable Integer recordings, @Nullable Integer conversations, @Nullable Integer rawItems) {}

  /// One for each kind, with how much has gone by it.
  @GetMapping
  List<RetentionRule> all(CurrentUser user) {
    return rules.all(user.workspace());
  }

  /// What is older already goes within minutes.
  @PutMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void set(CurrentUser user, @RequestBody RetentionWish wish) {
    var days = new EnumMap<Aging.Kind, Integer>(Aging.Kind.class);
    put(days, Aging.Kind.RECORDINGS, wish.recordings());
    put(days, Aging.Kind.CONVERSATIONS, wish.conversations());
    put(days, Aging.Kind.RAW_ITEMS, wish.rawItems());
    retention.set(user.workspace(), user.user(), days);
  }

  private static void put(
      Map<Aging.Kind, Integer> days, Aging.Kind kind, @Nullable Integer wished) {
    if (wished == null) return;
    if (wished < 1 || wished > RemovalLimits.MOST_DAYS)
      throw Refusal.invalid("retention-days", "A rule says 1 to 36,500 days, or nothing.");
    days.put(kind, wished);
  }
}
