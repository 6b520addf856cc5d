package org.hiwar.campaign.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hiwar.campaign.rule.Callees.*;
import static org.hiwar.campaign.rule.DialRule.Action.*;
import static org.hiwar.campaign.rule.NumberKind.MOBILE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hiwar.Requirement;
import org.hiwar.campaign.rule.Next.*;
import org.hiwar.workspace.Disposition;
import org.hiwar.workspace.Disposition.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@Requirement("S2-100")
class DialRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final Disposition BUSY = result(1, Kind.CONTINUE, false);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Callee TWO = mobileAndHome();
  private static final Callee ONE = of(number(1, MOBILE, FIRST)).callee();

  private static CampaignRules with(DialRule rule, Limits limits) {
    var rules = rules(CallingHours.usual());
    return new CampaignRules(
        rules.hours(),
        rules.centre(),
        limits,
        rules.strategy(),
        Map.of(BUSY.id(), rule),
        false,
        PostalZones.NONE,
        List.of(),
        Quotas.NONE,
        false);
  }

  private static Next after(DialRule rule, Callee callee, @Nullable Integer position) {
    return DialRules.apply(
        with(rule, Limits.NONE), callee, new Outcome(BUSY, position, 0, null), NOW);
  }

  @Test
  void aFinalResultFinishesTheRecord() {
    var sale = new Outcome(result(2, Kind.SUCCESS, true), 1, 0, null);

    assertThat(DialRules.apply(rules(CallingHours.usual()), TWO, sale, NOW))
        .isEqualTo(new Finished());
  }

  @Test
  void withoutARuleTheRecordWaitsForADay() {
    var other = new Outcome(result(3, Kind.CONTINUE, false), 1, 0, null);

    assertThat(DialRules.apply(rules(CallingHours.usual()), TWO, other, NOW))
        .isEqualTo(new Waits(NOW.plus(Duration.ofDays(1))));
  }

  @Test
  void eachActionDoesWhatItSays() {
    var later = NOW.plus(HOUR);
    var waits = new Waits(later);

    assertThat(after(DialRule.of(WAIT, HOUR), TWO, 1)).isEqualTo(waits);
    assertThat(after(DialRule.of(RESCHEDULE, HOUR), TWO, 1))
        .isEqualTo(new Rescheduled(later, later.plus(DialRules.WINDOW), null, false, false));
    assertThat(after(DialRule.of(STOP_RECORD, HOUR), TWO, 1)).isEqualTo(new RecordStopped());
    assertThat(after(DialRule.of(STOP_NUMBER, HOUR), TWO, 1))
        .isEqualTo(new NumberStopped(1, waits));
    assertThat(after(DialRule.of(STOP_NUMBER_EVERYWHERE, HOUR), TWO, 1))
        .isEqualTo(new NumberStoppedEverywhere(1, waits));
  }

  @Test
  void theOnlyNumberStoppedIsTheEndWithTheResultThatItHas() {
    assertThat(after(DialRule.of(STOP_NUMBER, HOUR), ONE, 1))
        .isEqualTo(new NumberStopped(1, new Finished()));
  }

  @Test
  void ofSeveralNumbersNoneIsLeft() {
    var spent = TWO.without(2);

    assertThat(after(DialRule.of(STOP_NUMBER, HOUR), spent, 1))
        .isEqualTo(new NumberStopped(1, new NoNumbersLeft()));
  }

  @Test
  void theLastAttemptOfTheRecordIsTheEnd() {
    var limits = new Limits(3, 0, 0, 0);
    var rules = with(DialRule.of(WAIT, HOUR), limits);
    var busy = new Outcome(BUSY, 1, 0, null);

    assertThat(DialRules.apply(rules, of(number(1, MOBILE, FIRST)).called(3, 1), busy, NOW))
        .isEqualTo(new Finished());
    assertThat(DialRules.apply(rules, of(number(1, MOBILE, FIRST)).called(2, 1), busy, NOW))
        .isEqualTo(new Waits(NOW.plus(HOUR)));
  }

  @Test
  void aRetryGoesBeforeTheActionAsOftenAsTheRuleSays() {
    var rule = new DialRule(STOP_RECORD, HOUR, true, 2, Duration.ofMinutes(5));
    var rules = with(rule, Limits.NONE);

    assertThat(DialRules.apply(rules, TWO, new Outcome(BUSY, 1, 1, null), NOW))
        .isEqualTo(new Retries(NOW.plus(Duration.ofMinutes(5))));
    assertThat(DialRules.apply(rules, TWO, new Outcome(BUSY, 1, 2, null), NOW))
        .isEqualTo(new RecordStopped());
  }

  @Test
  @Requirement({"S2-103", "S2-104"})
  void whatTheAgentHasAgreedOnGoesBeforeTheRule() {
    var agreed = new NextCall(NOW.plus(HOUR), NOW.plus(HOUR.multipliedBy(2)), null, true);
    var outcome = new Outcome(BUSY, 1, 0, agreed);

    assertThat(
            DialRules.apply(with(DialRule.of(STOP_RECORD, HOUR), Limits.NONE), TWO, outcome, NOW))
        .isEqualTo(new Rescheduled(agreed.from(), agreed.until(), null, true, true));
  }

  @Test
  void whoDoesNotWantCallsIsStoppedEverywhereAndForThisCampaignToo() {
    var never = new Outcome(result(4, Kind.DO_NOT_CALL, true), 1, 0, null);
    var ofAGivenNumber = new Outcome(result(4, Kind.DO_NOT_CALL, true), null, 0, null);
    var rules = rules(CallingHours.usual());

    assertThat(DialRules.apply(rules, TWO, never, NOW))
        .isEqualTo(new NumberStoppedEverywhere(1, new Finished()));
    assertThat(DialRules.apply(rules, TWO, ofAGivenNumber, NOW))
        .isEqualTo(new NumberStoppedEverywhere(null, new Finished()));
  }
}
