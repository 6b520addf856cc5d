package org.hiwar.voice.line;

import java.util.Set;

/// What a workspace may dial, and how much.
///
/// @param country where numbers without a country's code are dialled, two letters of ISO 3166; its
///     own numbers are open
/// @param openCountries the others that are open; `001` is numbers of no country, as satellite
///     phones
/// @param opensPremium whether numbers that cost more than a call are open: premium rate, shared
///     cost, personal numbers and pagers
/// @param opensLocal whether codes and short numbers are open, of which only the provider knows
///     what they cost
/// @param callsAMinute that begin; 0: none but emergency calls
/// @param callsAtOnce that go out; 0: none but emergency calls
public record CallLimits(
    String country,
    Set<String> openCountries,
    boolean opensPremium,
    boolean opensLocal,
    int callsAMinute,
    int callsAtOnce) {
  /// Until an administrator says something else.
  public static final CallLimits USUAL = new CallLimits("DE", Set.of(), false, false, 30, 20);

  /// Of calls, whatever an administrator says.
  public static final int MOST = 10_000;

  public CallLimits {
    openCountries = Set.copyOf(openCountries);
  }
}
