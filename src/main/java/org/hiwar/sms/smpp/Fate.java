package org.hiwar.sms.smpp;

import java.util.Locale;

/// What a receipt says of a message (SMPP 3.4, 5.2.28 and appendix B).
sealed interface Fate {
  record Delivered() implements Fate {}

  /// @param code why, as the screens translate it
  record Failed(String code) implements Fate {}

  /// Nothing is decided.
  record OnItsWay() implements Fate {}

  /// By the number of `message_state`.
  static Fate ofState(int state, int networkError) {
    return switch (state) {
      case 2 -> new Delivered();
      case 3 -> new Failed("expired");
      case 4 -> new Failed("deleted");
      case 5 -> new Failed(undeliverable(networkError));
      case 8 -> new Failed("rejected");
      default -> new OnItsWay();
    };
  }

  /// By the word behind `stat:`, which centres cut to seven letters, or not.
  static Fate ofWord(String word, int networkError) {
    var state = word.toUpperCase(Locale.ROOT);
    if (state.startsWith("DELIV")) return ofState(2, networkError);
    if (state.startsWith("EXPIR")) return ofState(3, networkError);
    if (state.startsWith("DELET")) return ofState(4, networkError);
    if (state.startsWith("UNDEL")) return ofState(5, networkError);
    if (state.startsWith("REJEC")) return ofState(8, networkError);
    return new OnItsWay();
  }

  /// The reasons of GSM (3GPP TS 29.002) that an agent can do something about.
  private static String undeliverable(int networkError) {
    return switch (networkError) {
      case 1, 5 -> "unknown-number";
      case 13 -> "barred";
      case 27 -> "absent";
      default -> "undeliverable";
    };
  }
}
