package org.hiwar.campaign.rule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of the customer of a record.
///
/// `zone`, `postalCode`, `state`: null where the list does not say. `attempts` of all numbers
/// together, those that an agent gave included. `wanted`: the number that was agreed on for this
/// call; null: any. `expiresAt`: null: never. `quotaMet`: enough of its kind have said yes already.
public record Callee(
    List<CalleeNumber> numbers,
    @Nullable ZoneId zone,
    @Nullable String postalCode,
    @Nullable String state,
    ZoneId listZone,
    int attempts,
    int attemptsToday,
    @Nullable String wanted,
    @Nullable Instant expiresAt,
    boolean quotaMet) {

  public Callee {
    numbers = List.copyOf(numbers);
  }

  /// With this number stopped.
  Callee without(int position) {
    var left = numbers.stream().map(one -> one.position() == position ? one.stop() : one).toList();
    return with(left);
  }

  /// With this number alone; one that is not of the record is of kind OTHER and was never called.
  Callee only(String number) {
    var position = numbers.stream().mapToInt(CalleeNumber::position).max().orElse(0) + 1;
    var given = new CalleeNumber(position, NumberKind.OTHER, number, null, 0, 0, false, false);
    var one = numbers.stream().filter(it -> it.number().equals(number)).findFirst().orElse(given);
    return with(List.of(one));
  }

  /// As if no quota were met.
  Callee whateverQuotas() {
    return with(numbers, false);
  }

  /// With these numbers.
  public Callee with(List<CalleeNumber> others) {
    return with(others, quotaMet);
  }

  private Callee with(List<CalleeNumber> others, boolean met) {
    return new Callee(
        others, zone, postalCode, state, listZone, attempts, attemptsToday, wanted, expiresAt, met);
  }
}
