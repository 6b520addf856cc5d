package org.hiwar.campaign.rule;

import java.time.Duration;
import java.time.Instant;
import org.hiwar.campaign.rule.Next.*;
import org.hiwar.workspace.Disposition;
import org.jspecify.annotations.Nullable;

/// What a result makes of a record (S2-100).
public final class DialRules {
  /// How long a call that a rule has rescheduled goes before the others.
  static final Duration WINDOW = Duration.ofHours(1);

  private DialRules() {}

  /// `after`: the callee with this attempt counted.
  public static Next apply(CampaignRules rules, Callee after, Outcome outcome, Instant now) {
    var end = outcome.disposition();
    var then = end.last() ? new Finished() : goesOn(rules, after, outcome, now);
    return end.kind() == Disposition.Kind.DO_NOT_CALL ? everywhere(outcome, then) : then;
  }

  private static Next everywhere(Outcome outcome, Next then) {
    return then instanceof NumberStoppedEverywhere
        ? then
        : new NumberStoppedEverywhere(outcome.position(), then);
  }

  private static Next goesOn(CampaignRules rules, Callee after, Outcome outcome, Instant now) {
    var agreed = outcome.nextCall();
    if (agreed != null)
      return new Rescheduled(agreed.from(), agreed.until(), agreed.number(), agreed.onlyMe(), true);
    var rule = rules.after(outcome.disposition().id());
    if (rule.retry() && outcome.retries() < rule.maxRetries())
      return new Retries(now.plus(rule.interval()));
    return acted(rules, rule, after, outcome.position(), now);
  }

  private static Next acted(
      CampaignRules rules, DialRule rule, Callee after, @Nullable Integer position, Instant now) {
    var then = now.plus(rule.delay());
    var waits = new Waits(then);
    return switch (rule.action()) {
      case WAIT -> ifAnyLeft(rules, after, waits, now);
      case RESCHEDULE ->
          ifAnyLeft(
              rules, after, new Rescheduled(then, then.plus(WINDOW), null, false, false), now);
      case STOP_RECORD -> new RecordStopped();
      case STOP_NUMBER ->
          position == null
              ? ifAnyLeft(rules, after, waits, now)
              : new NumberStopped(position, ifAnyLeft(rules, after.without(position), waits, now));
      case STOP_NUMBER_EVERYWHERE ->
          new NumberStoppedEverywhere(
              position,
              ifAnyLeft(rules, position == null ? after : after.without(position), waits, now));
    };
  }

  private static Next ifAnyLeft(CampaignRules rules, Callee after, Next then, Instant now) {
    if (Verdicts.anyLeft(rules, after, now)) return then;
    return after.numbers().size() > 1 ? new NoNumbersLeft() : new Finished();
  }
}
