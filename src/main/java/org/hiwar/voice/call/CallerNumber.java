package org.hiwar.voice.call;

import org.hiwar.voice.sip.Caller;
import org.hiwar.voice.sip.DialString;
import org.hiwar.voice.sip.NumberPlan;
import org.hiwar.voice.sip.NumberPlan.Dialled;
import org.jspecify.annotations.Nullable;

/// Who calls, as contacts are recognised by it: with `+` and the country's code, where the network
/// says so much. Providers leave out the `+`, or write 00 for it.
final class CallerNumber {
  /// Numbers with their country's code are read alike everywhere.
  private static final NumberPlan ANYWHERE = new NumberPlan("DE");

  private CallerNumber() {}

  /// Null when it is withheld, or no number.
  ///
  /// @param called where a number without a country's code is read as one of the same country
  static @Nullable String of(Caller caller, DialString called) {
    return switch (caller) {
      case Caller.Number(DialString number) -> spelled(number.text(), called);
      case Caller.Withheld _, Caller.Unknown _ -> null;
    };
  }

  private static String spelled(String number, DialString called) {
    if (number.startsWith("+")) return number;
    if (number.startsWith("00")) return read(ANYWHERE, "+" + number.substring(2), number);
    if (!number.startsWith("0")) return read(ANYWHERE, "+" + number, number);
    if (!(ANYWHERE.read(called) instanceof Dialled.International(_, String country))
        || !called.text().startsWith("+")
        || country.length() != 2) return number;
    return read(new NumberPlan(country), number, number);
  }

  /// As the whole world writes it, when it is such a number.
  private static String read(NumberPlan plan, String tried, String otherwise) {
    return DialString.parse(tried)
        .filter(some -> plan.read(some) instanceof Dialled.International)
        .map(some -> ((Dialled.International) plan.read(some)).e164().text())
        .orElse(otherwise);
  }
}
