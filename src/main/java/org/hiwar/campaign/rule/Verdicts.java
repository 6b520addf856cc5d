package org.hiwar.campaign.rule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What may be called of a record at an instant.
///
/// `recommended`: the position of the one number that is marked (S2-85); null: none may be called.
/// `change`: the first instant at which, by the passing of time alone, any of this changes (S2-87);
/// null: not within `Boundaries.HORIZON`.
public record Verdicts(
    Instant at, List<OfNumber> numbers, @Nullable Integer recommended, @Nullable Instant change) {

  /// Of the number at this position of the record.
  public record OfNumber(int position, Verdict verdict) {}

  public Verdicts {
    numbers = List.copyOf(numbers);
  }

  public static Verdicts of(CampaignRules rules, Callee callee, Instant now) {
    return new Judge(rules, callee, now).verdicts();
  }

  /// Whether the record may be given to an agent: there is a number to call now. Looks at nothing
  /// but now, so it costs little.
  public static boolean mayOffer(CampaignRules rules, Callee callee, Instant now) {
    return new Judge(rules, callee, now).standing(now).recommended() != null;
  }

  /// Whether some number may be called now or later.
  public static boolean anyLeft(CampaignRules rules, Callee callee, Instant now) {
    return new Judge(rules, callee, now).standing(now).anyLeft();
  }

  public boolean mayOffer() {
    return recommended != null;
  }

  public Optional<Verdict> of(int position) {
    return numbers.stream()
        .filter(one -> one.position() == position)
        .map(OfNumber::verdict)
        .findFirst();
  }

  /// When the first number may be called; empty: none within the horizon. Now, if one may already.
  public Optional<Instant> again() {
    if (mayOffer()) return Optional.of(at);
    return numbers.stream().flatMap(one -> again(one.verdict()).stream()).min(Instant::compareTo);
  }

  /// Why nothing may be called: of the reasons the one nearest to a call, which is the last of
  /// their order; empty: something may be called, or there is no number at all.
  public Optional<Why> nothing() {
    if (mayOffer()) return Optional.empty();
    return numbers.stream().map(OfNumber::verdict).flatMap(Verdicts::why).max(Why::compareTo);
  }

  private static Stream<Why> why(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Allowed _ -> Stream.empty();
      case Verdict.Refused refused -> Stream.of(refused.why());
    };
  }

  private static Optional<Instant> again(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Allowed _ -> Optional.empty();
      case Verdict.Refused refused -> Optional.ofNullable(refused.again());
    };
  }
}
