package org.hiwar.campaign.rule;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hiwar.workspace.Disposition;
import org.hiwar.workspace.DispositionId;
import org.jspecify.annotations.Nullable;

/// Customers, rules and results to try, each with one thing changed.
record Callees(Callee callee) {
  static final ZoneId DAMASCUS = ZoneId.of("Asia/Damascus");
  static final String FIRST = "+963944123456";
  static final String SECOND = "+963112223344";

  static Callees of(CalleeNumber... numbers) {
    return new Callees(
        new Callee(List.of(numbers), null, null, null, DAMASCUS, 0, 0, null, null, false));
  }

  static Callee mobileAndHome() {
    return of(number(1, NumberKind.MOBILE, FIRST), number(2, NumberKind.HOME, SECOND)).callee;
  }

  static CalleeNumber number(int position, NumberKind kind, String number) {
    return new CalleeNumber(position, kind, number, null, 0, 0, false, false);
  }

  static CalleeNumber called(int position, NumberKind kind, String number, int all, int today) {
    return new CalleeNumber(position, kind, number, null, all, today, false, false);
  }

  static CalleeNumber in(String zone, int position, NumberKind kind, String number) {
    return new CalleeNumber(position, kind, number, ZoneId.of(zone), 0, 0, false, false);
  }

  Callee called(int all, int today) {
    return new Callee(
        callee.numbers(), null, null, null, DAMASCUS, all, today, null, callee.expiresAt(), false);
  }

  Callee from(@Nullable ZoneId zone, @Nullable String postalCode, @Nullable String state) {
    return new Callee(
        callee.numbers(), zone, postalCode, state, DAMASCUS, 0, 0, null, callee.expiresAt(), false);
  }

  Callee wanting(String number) {
    return new Callee(callee.numbers(), null, null, null, DAMASCUS, 0, 0, number, null, false);
  }

  static CampaignRules rules(CallingHours hours) {
    var usual = CampaignRules.usual(DAMASCUS);
    return new CampaignRules(
        hours,
        usual.centre(),
        Limits.NONE,
        usual.strategy(),
        usual.dialRules(),
        false,
        PostalZones.NONE,
        List.of(),
        Quotas.NONE,
        false);
  }

  static Disposition result(long id, Disposition.Kind kind, boolean last) {
    return new Disposition(new DispositionId(id), Set.of(), "RESULT_" + id, null, kind, last, 1);
  }

  static List<Integer> allowed(Verdicts verdicts) {
    var allowed = new ArrayList<Integer>();
    for (var one : verdicts.numbers())
      if (one.verdict() instanceof Verdict.Allowed) allowed.add(one.position());
    return allowed;
  }

  static @Nullable Why why(Verdicts verdicts, int position) {
    return verdicts.of(position).orElseThrow() instanceof Verdict.Refused refused
        ? refused.why()
        : null;
  }
}
