package org.hiwar.voice.line.api;

import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hiwar.platform.Refusal;
import org.hiwar.platform.database.Database;
import org.hiwar.voice.line.CallLimits;
import org.hiwar.voice.line.CallLimitsStore;
import org.hiwar.voice.line.NumberPlans;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What may be dialled, for administrators.
@RestController
@RequestMapping("/api/call-limits")
@Requires(Privilege.MANAGE_TELEPHONY)
class CallLimitsApi {
  private final Database database;
  private final CallLimitsStore store;
  private final AuditLog audit;

  CallLimitsApi(Database database, CallLimitsStore store, AuditLog audit) {
    this.database = database;
    this.store = store;
    this.audit = audit;
  }

  /// As [CallLimits].
  record LimitsView(
      String country,
      Set<String> openCountries,
      boolean opensPremium,
      boolean opensLocal,
      int callsAMinute,
      int callsAtOnce) {
    static LimitsView of(CallLimits limits) {
      return new LimitsView(
          limits.country(),
          new TreeSet<>(limits.openCountries()),
          limits.opensPremium(),
          limits.opensLocal(),
          limits.callsAMinute(),
          limits.callsAtOnce());
    }
  }

  @GetMapping
  LimitsView read(CurrentUser user) {
    return LimitsView.of(store.of(user.workspace()));
  }

  /// What can be opened: codes of countries, and `001` for numbers of no country. Screens name them
  /// in their language.
  @GetMapping("/destinations")
  SortedSet<String> destinations() {
    return NumberPlans.destinations();
  }

  @PutMapping
  LimitsView change(CurrentUser user, @RequestBody LimitsView wish) {
    var limits = checked(wish);
    database.in(
        user.workspace().value(),
        _ -> {
          store.set(user.workspace(), limits);
          audit.record(
              user.workspace(),
              user.user(),
              "call-limits.changed",
              user.workspace().toString(),
              Map.of("limits", LimitsView.of(limits)));
          return limits;
        });
    return LimitsView.of(limits);
  }

  private static CallLimits checked(LimitsView wish) {
    if (!NumberPlans.isCountry(wish.country())) throw noCountry(wish.country());
    for (var country : wish.openCountries())
      if (!NumberPlans.isDestination(country)) throw noCountry(country);
    return new CallLimits(
        wish.country(),
        wish.openCountries(),
        wish.opensPremium(),
        wish.opensLocal(),
        number(wish.callsAMinute()),
        number(wish.callsAtOnce()));
  }

  private static Refusal noCountry(String country) {
    return Refusal.invalid(
        "country-unknown",
        "There is no country "
            + country
            + ". Write two capital letters, such as DE, or 001 for numbers of no country.");
  }

  private static int number(int calls) {
    if (calls < 0 || calls > CallLimits.MOST)
      throw Refusal.invalid(
          "limit-invalid", "A number of calls is from 0 to " + CallLimits.MOST + ". Correct it.");
    return calls;
  }
}
