package org.hiwar.voice.call;

import org.hiwar.voice.sip.Caller;
import org.hiwar.voice.sip.DialString;
import org.hiwar.voice.sip.NumberPlan;
import org.jspecify.annotations.Nullable;

/// Who calls, as contacts are recognised by it: with `+` and the country's code, where the network
/// says so much. Providers leave out the `+`, or write 00 for it.
final class CallerNumber {
  /// Numbers with their country's code are read alike everywhere.
  private static final NumberPlan ANYWHERE = new NumberPlan("DE");

  private CallerNumber() {}

  /// Null when it is withheld, or no number.
  static @Nullable String of(Caller caller) {
    return switch (caller) {
      case Caller.Number(DialString number) -> spelled(number.text());
      case Caller.Withheld _, Caller.Unknown _ -> null;
    };
  }

  private static String spelled(String number) {
    if (number.startsWith("+")) return number;
    if (number.startsWith("00")) return international("+" + number.substring(2), number);
    return number.startsWith("0") ? number : international("+" + number, number);
  }

  private static String international(String tried, String otherwise) {
    return DialString.parse(tried).map(ANYWHERE::read).stream()
        .filter(NumberPlan.Dialled.International.class::isInstance)
        .map(_ -> tried)
        .findAny()
        .orElse(otherwise);
  }
}
