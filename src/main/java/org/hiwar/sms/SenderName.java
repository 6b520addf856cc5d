package org.hiwar.sms;

import java.util.Optional;
import java.util.regex.Pattern;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.Addresses;
import org.hiwar.contact.ArabicText;

/// What telephones show as the sender: a number, a short code, or a name to which nobody can
/// answer (3GPP TS 23.040, 9.1.2.5).
final class SenderName {
  private static final Pattern SHORT_CODE = Pattern.compile("[0-9]{3,8}");
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9 ._&+-]*[A-Za-z][A-Za-z0-9 ._&+-]*");

  private SenderName() {}

  static Optional<String> normalised(String typed) {
    var text = ArabicText.digitsToAscii(typed).strip();
    if (isShortCode(text)) return Optional.of(text);
    if (isName(text)) return Optional.of(text);
    return Addresses.normalised(AddressKind.PHONE, text, "");
  }

  static boolean isShortCode(String text) {
    return SHORT_CODE.matcher(text).matches();
  }

  static boolean isName(String sender) {
    return sender.length() <= SmsLimits.SENDER_NAME && NAME.matcher(sender).matches();
  }
}
