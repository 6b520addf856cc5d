package org.hiwar.campaign.rule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Judges the numbers of one record, at one instant or along the time that follows it.
final class Judge {
  private final CampaignRules rules;
  private final Callee callee;
  private final Instant counted;
  private final Instant now;
  private final List<Subject> subjects;

  /// A number, where it is, and what the law of that place says.
  private record Subject(CalleeNumber number, FoundZone zone, List<LocalRule> laws) {}

  /// Of each number the schedule that allows it or the reason why not, and which one is marked.
  record Standing(List<Judged> numbers, @Nullable Integer recommended) {

    boolean anyLeft() {
      return numbers.stream().anyMatch(one -> one.why() == null || one.why().passes());
    }

    /// Without those for which there are no hours.
    boolean anyInHours() {
      return numbers.stream()
          .anyMatch(
              one -> one.why() == null || one.why().passes() && one.why() != Why.NEVER_IN_HOURS);
    }
  }

  /// `why` null: allowed, by `schedule`.
  record Judged(int position, int schedule, @Nullable Why why) {}

  Judge(CampaignRules rules, Callee callee, Instant now) {
    this(rules, callee, now, now);
  }

  /// `counted`: when the attempts of its day were counted.
  Judge(CampaignRules rules, Callee callee, Instant counted, Instant now) {
    this.rules = rules;
    this.callee = callee;
    this.counted = counted;
    this.now = now;
    this.subjects = callee.numbers().stream().map(this::subject).toList();
  }

  private Subject subject(CalleeNumber number) {
    var zone = Zones.of(number, callee, rules);
    if (rules.localRules().isEmpty()) return new Subject(number, zone, List.of());
    var country = AreaCodes.country(number.number());
    var laws =
        rules.localRules().stream().filter(law -> law.isFor(country, callee.state())).toList();
    return new Subject(number, zone, laws);
  }

  /// With the instants at which it changes.
  Verdicts verdicts() {
    var first = standing(now);
    var again = new Instant[subjects.size()];
    Instant change = null;
    for (var then : boundaries()) {
      var later = standing(then);
      if (change == null && !later.equals(first)) change = then;
      for (int i = 0; i < again.length; i++)
        if (again[i] == null && later.numbers().get(i).why() == null) again[i] = then;
      if (change != null && nothingToWaitFor(first, again)) break;
    }
    return new Verdicts(now, told(first, again), first.recommended(), change);
  }

  private Iterable<Instant> boundaries() {
    var zones =
        subjects.stream()
            .filter(subject -> lasting(subject.number(), now) == null)
            .map(Subject::zone)
            .toList();
    return new Boundaries(rules, zones, callee.expiresAt()).after(now);
  }

  private boolean nothingToWaitFor(Standing first, Instant[] again) {
    for (int i = 0; i < again.length; i++) {
      var why = first.numbers().get(i).why();
      if (why != null && why.passes() && again[i] == null) return false;
    }
    return true;
  }

  private List<Verdicts.OfNumber> told(Standing standing, Instant[] again) {
    var told = new ArrayList<Verdicts.OfNumber>();
    for (int i = 0; i < subjects.size(); i++) {
      var zone = subjects.get(i).zone();
      var local = LocalDateTime.ofInstant(now, zone.zone());
      var judged = standing.numbers().get(i);
      var why = judged.why();
      var verdict =
          why == null
              ? new Verdict.Allowed(zone, local, judged.schedule())
              : new Verdict.Refused(zone, local, why, again[i]);
      told.add(new Verdicts.OfNumber(judged.position(), verdict));
    }
    return told;
  }

  Standing standing(Instant at) {
    var judged = subjects.stream().map(subject -> judged(subject, at)).toList();
    return new Standing(judged, recommended(judged));
  }

  private Judged judged(Subject subject, Instant at) {
    var position = subject.number().position();
    var lasting = lasting(subject.number(), at);
    if (lasting != null) return new Judged(position, -1, lasting);
    var passing = passing(subject, at);
    if (passing != null) return new Judged(position, -1, passing);
    var schedule = schedule(subject, at);
    return schedule.isPresent()
        ? new Judged(position, schedule.getAsInt(), null)
        : new Judged(position, -1, Why.OUTSIDE_HOURS);
  }

  private @Nullable Why lasting(CalleeNumber number, Instant at) {
    if (!number.isValid()) return Why.INVALID_NUMBER;
    if (callee.expiresAt() != null && !at.isBefore(callee.expiresAt())) return Why.EXPIRED;
    if (number.stopped()) return Why.STOPPED;
    if (number.doNotCall()) return Why.DO_NOT_CALL;
    var limits = rules.limits();
    if (Limits.reached(limits.perRecord(), callee.attempts())) return Why.ATTEMPTS_OF_RECORD;
    if (Limits.reached(limits.perNumber(), number.attempts())) return Why.ATTEMPTS_OF_NUMBER;
    if (callee.quotaMet()) return Why.QUOTA_MET;
    return rules.hours().areEverFor(number.kind()) ? null : Why.NEVER_IN_HOURS;
  }

  private @Nullable Why passing(Subject subject, Instant at) {
    if (today(at) && reachedToday(subject.number())) return Why.ATTEMPTS_TODAY;
    if (!rules.centre().areOpen(at)) return Why.CENTRE_CLOSED;
    for (var zone : subject.zone().all()) {
      var local = LocalDateTime.ofInstant(at, zone);
      if (rules.hours().holidays().contain(local.toLocalDate())) return Why.HOLIDAY;
      if (!subject.laws().stream().allMatch(law -> law.allows(local))) return Why.LOCAL_RULE;
    }
    return null;
  }

  private boolean today(Instant at) {
    return at.isBefore(rules.centre().endOfDay(counted));
  }

  private boolean reachedToday(CalleeNumber number) {
    return Limits.reached(rules.limits().perDayRecord(), callee.attemptsToday())
        || Limits.reached(rules.limits().perDayNumber(), number.attemptsToday());
  }

  /// In hours by every zone of the number; the schedule is that of its own.
  private OptionalInt schedule(Subject subject, Instant at) {
    var kind = subject.number().kind();
    var hours = rules.hours();
    for (var zone : subject.zone().also())
      if (hours.allowing(kind, LocalDateTime.ofInstant(at, zone)).isEmpty())
        return OptionalInt.empty();
    return hours.allowing(kind, LocalDateTime.ofInstant(at, subject.zone().zone()));
  }

  private @Nullable Integer recommended(List<Judged> judged) {
    Candidate best = null;
    for (int i = 0; i < judged.size(); i++) {
      if (judged.get(i).why() != null) continue;
      var candidate = candidate(subjects.get(i).number(), judged.get(i).schedule());
      if (best == null || Candidate.ORDER.compare(candidate, best) < 0) best = candidate;
    }
    return best == null ? null : best.position();
  }

  private Candidate candidate(CalleeNumber number, int schedule) {
    var preference = rules.hours().schedules().get(schedule).kinds().indexOf(number.kind());
    var attempts =
        switch (rules.strategy()) {
          case IN_ORDER -> 0;
          case LEAST_ATTEMPTED -> number.attempts();
        };
    var other = number.number().equals(callee.wanted()) ? 0 : 1;
    return new Candidate(other, attempts, preference, schedule, number.position());
  }

  /// A number that may be called, with what decides between it and others; the least is marked.
  private record Candidate(int other, int attempts, int preference, int schedule, int position) {
    static final Comparator<Candidate> ORDER =
        Comparator.comparingInt(Candidate::other)
            .thenComparingInt(Candidate::attempts)
            .thenComparingInt(Candidate::preference)
            .thenComparingInt(Candidate::schedule)
            .thenComparingInt(Candidate::position);
  }
}
