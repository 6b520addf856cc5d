package org.hiwar.sms;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Optional;

/// Which numbers no text message can be sent to: not to landlines, and not to a name that a
/// company has sent under.
final class Landlines {
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  private Landlines() {}

  /// Why nothing can be written to a number, in a code that the screens translate. Where a country
  /// gives out landlines and mobiles from one range, as North America does, nothing is in the way.
  static Optional<String> hindrance(String number) {
    if (!number.startsWith("+"))
      return SenderName.isShortCode(number) ? Optional.empty() : Optional.of("invalid-address");
    try {
      return switch (NUMBERS.getNumberType(NUMBERS.parse(number, "ZZ"))) {
        case FIXED_LINE -> Optional.of("landline");
        case PREMIUM_RATE, SHARED_COST, TOLL_FREE, UAN, VOICEMAIL, UNKNOWN ->
            Optional.of("invalid-address");
        case MOBILE, FIXED_LINE_OR_MOBILE, VOIP, PERSONAL_NUMBER, PAGER -> Optional.empty();
      };
    } catch (NumberParseException _) {
      return Optional.of("invalid-address");
    }
  }
}
