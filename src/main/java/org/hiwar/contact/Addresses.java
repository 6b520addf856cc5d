package org.hiwar.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Locale;
import java.util.Optional;
import org.hiwar.platform.OneLine;

/// One spelling per address: mail in lower case, numbers in E.164.
public final class Addresses {
  /// Of a normalised value, in characters; as long as a mail address can be.
  public static final int LONGEST = 320;

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  private Addresses() {}

  /// The normalised form of what somebody typed, or empty when it is no address of the kind.
  /// `region` (ISO 3166, such as `SY`) is where a number without a country code is dialled; empty:
  /// only international numbers are known.
  public static Optional<String> normalised(AddressKind kind, String typed, String region) {
    var text = ArabicText.digitsToAscii(typed).strip();
    if (text.isEmpty() || text.length() > LONGEST) return Optional.empty();
    return switch (kind) {
      case EMAIL -> email(OneLine.of(text));
      case PHONE -> phone(OneLine.of(text), region);
      case WHATSAPP ->
          Optional.of(OneLine.of(text)).filter(it -> !it.isEmpty()).map(it -> whatsApp(it, region));
      case VISITOR, TELEGRAM, EXTERNAL -> Optional.of(text);
    };
  }

  /// An address that a customer typed into a field for "email or phone". A value that is neither is
  /// kept as a phone number as typed: the agent reads it, and it recognises nobody. Empty text is
  /// no address.
  public static Optional<Address> claimed(String typed, String region) {
    var text = OneLine.of(ArabicText.digitsToAscii(typed));
    if (text.isEmpty() || text.length() > LONGEST) return Optional.empty();
    if (text.contains("@"))
      return Optional.of(new Address(AddressKind.EMAIL, email(text).orElse(text), Trust.CLAIMED));
    return Optional.of(
        new Address(AddressKind.PHONE, phone(text, region).orElse(text), Trust.CLAIMED));
  }

  /// A telephone number as the network shows it or an agent dials it: E.164 where it is one, else
  /// as it is, for numbers that only one telephone system knows. Empty: no number.
  public static Optional<String> number(String dialled) {
    var text = OneLine.of(ArabicText.digitsToAscii(dialled));
    if (text.isEmpty() || text.length() > LONGEST) return Optional.empty();
    return Optional.of(phone(text, "").orElse(text));
  }

  /// A number in E.164; what begins with a letter is an identity and stays as it is.
  private static String whatsApp(String text, String region) {
    boolean number = text.startsWith("+") || Character.isDigit(text.charAt(0));
    return number ? phone(text, region).orElse(text) : text;
  }

  private static Optional<String> email(String text) {
    int at = text.indexOf('@');
    boolean whole = at > 0 && at == text.lastIndexOf('@') && at < text.length() - 1;
    return whole && text.chars().noneMatch(Character::isWhitespace)
        ? Optional.of(text.toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  private static Optional<String> phone(String text, String region) {
    var number = text.startsWith("00") ? "+" + text.substring(2) : text;
    try {
      var parsed = NUMBERS.parse(number, region.isEmpty() ? "ZZ" : region);
      return NUMBERS.isValidNumber(parsed)
          ? Optional.of(NUMBERS.format(parsed, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
