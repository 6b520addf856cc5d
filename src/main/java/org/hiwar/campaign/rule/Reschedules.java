package org.hiwar.campaign.rule;

import java.time.Duration;
import java.time.Instant;

/// Whether another call may be agreed on for a time (S2-103). Quotas do not hinder it: one that is
/// met now may be raised until then, and if it is not, the record waits for that.
public final class Reschedules {
  public static final Duration LONGEST_WINDOW = Duration.ofDays(30);
  public static final Duration FURTHEST = Duration.ofDays(365);

  private Reschedules() {}

  public enum Check {
    FITS,
    IN_THE_PAST,
    TOO_FAR,

    /// `until` not after `from`, or longer after it than `LONGEST_WINDOW`.
    WRONG_WINDOW,
    WRONG_NUMBER,

    /// The number may never be called again: stopped, on a list, at its limits, without hours.
    NUMBER_NOT_LEFT,

    /// At no moment of the window within the hours, and the campaign wants that.
    OUTSIDE_HOURS
  }

  public static Check check(CampaignRules rules, Callee callee, NextCall wish, Instant now) {
    if (wish.until().isBefore(now)) return Check.IN_THE_PAST;
    if (wish.from().isAfter(now.plus(FURTHEST))) return Check.TOO_FAR;
    var window = Duration.between(wish.from(), wish.until());
    if (window.compareTo(Duration.ZERO) <= 0 || window.compareTo(LONGEST_WINDOW) > 0)
      return Check.WRONG_WINDOW;
    return ofNumber(rules, callee, wish, now);
  }

  private static Check ofNumber(CampaignRules rules, Callee callee, NextCall wish, Instant now) {
    var any = callee.whateverQuotas();
    var wanted = wish.number() == null ? any : any.only(wish.number());
    if (wanted.numbers().stream().noneMatch(CalleeNumber::isValid)) return Check.WRONG_NUMBER;
    if (!new Judge(rules, wanted, now).standing(now).anyInHours()) return Check.NUMBER_NOT_LEFT;
    if (rules.rescheduleOutsideHours()) return Check.FITS;
    var from = wish.from().isBefore(now) ? now : wish.from();
    return inHours(new Judge(rules, wanted, now, from), wish.until())
        ? Check.FITS
        : Check.OUTSIDE_HOURS;
  }

  /// Whether a call may be made at an instant of the window, by what is known now.
  private static boolean inHours(Judge judge, Instant until) {
    return judge.verdicts().again().filter(again -> again.isBefore(until)).isPresent();
  }
}
