package org.hiwar.messenger.whatsapp;

/// What the error codes of the Cloud API mean for us, as codes that the screens translate.
final class WhatsAppFailures {
  private WhatsAppFailures() {}

  /// Of a number that we do not know: `refused`.
  static String code(int provider) {
    return switch (provider) {
      case 131047, 131037 -> "window-closed";
      case 131026, 131021, 1013 -> "not-reachable";
      case 131049, 130472 -> "held-back";
      case 131050 -> "opted-out";
      case 131030 -> "recipient-not-allowed";
      case 131051 -> "kind-not-supported";
      case 131052, 131053 -> "file-refused";
      case 368, 131031, 130497 -> "account-locked";
      case 0, 3, 10, 190, 131005, 133010 -> "not-authorised";
      case 131042 -> "not-paid";
      case 4, 80007, 130429, 131048, 131056 -> "throttled";
      case 1, 2, 131000, 131016, 131057 -> "provider-failed";
      case 132000, 132012, 132018 -> "template-changed";
      case 132001 -> "template-not-known";
      case 132005 -> "template-too-long";
      case 132007, 132016 -> "template-refused";
      case 132015 -> "template-paused";
      default ->
          provider >= 132_000 && provider < 133_000
              ? "template-refused"
              : provider >= 200 && provider < 300 ? "not-authorised" : "refused";
    };
  }

  /// Whether the same message may go out later: limits pass, servers recover, and an administrator
  /// renews a token.
  static boolean passes(String code) {
    return switch (code) {
      case "throttled", "provider-failed", "not-authorised", "not-paid" -> true;
      default -> false;
    };
  }
}
