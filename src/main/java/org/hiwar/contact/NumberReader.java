package org.hiwar.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import org.jspecify.annotations.Nullable;

/// Reads telephone numbers as people write them in tables, and says of those that are none why.
///
/// `contact.Addresses` reads one number from one field of a form and may keep what is none; here a
/// million are read, and each refusal needs its reason.
public final class NumberReader {
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final int LONGEST = 60;

  private NumberReader() {}

  /// What became of a text.
  public sealed interface Reading {}

  /// `region` is null for numbers of no country.
  public record Read(String number, @Nullable String region) implements Reading {}

  public record Unread(NumberFault fault) implements Reading {}

  /// `region` (ISO 3166) is where a number without a country's code is dialled.
  public static Reading read(String typed, String region) {
    var text = plain(typed);
    if (text == null) return new Unread(NumberFault.NUMBER_HAS_LETTERS);
    if (text.length() > LONGEST) return new Unread(NumberFault.NUMBER_TOO_LONG);
    var known = NumberPlan.read(text, region);
    return known == null ? asked(text, region) : known;
  }

  /// What libphonenumber says of digits.
  static Reading asked(String text, String region) {
    try {
      var parsed = NUMBERS.parse(text, region);
      var of = NUMBERS.getRegionCodeForNumber(parsed);
      if (of == null || !NUMBERS.isValidNumberForRegion(parsed, of)) return new Unread(why(parsed));
      return new Read(NUMBERS.format(parsed, PhoneNumberFormat.E164), country(of));
    } catch (NumberParseException e) {
      return new Unread(why(e.getErrorType()));
    }
  }

  /// ISO 3166 of a number in E.164; null for one of no country, or that is none.
  public static @Nullable String regionOf(String number) {
    return read(number, "ZZ") instanceof Read(var _, var region) ? region : null;
  }

  private static @Nullable String country(String region) {
    return region.equals(PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY) ? null : region;
  }

  /// ASCII digits, a plus in front at most; null when there is something that is neither a digit
  /// nor what people put between digits. Digits may be of any script.
  private static @Nullable String plain(String typed) {
    var plain = new StringBuilder(typed.length());
    for (int at = 0; at < typed.length(); ) {
      int c = typed.codePointAt(at);
      at += Character.charCount(c);
      if (c >= '0' && c <= '9') plain.append((char) c);
      else if ((c == '+' || c == '＋') && plain.isEmpty()) plain.append('+');
      else if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER)
        plain.append((char) ('0' + Character.digit(c, 10)));
      else if (!between(c)) return null;
    }
    if (plain.length() > 2 && plain.charAt(0) == '0' && plain.charAt(1) == '0')
      return "+" + plain.substring(2);
    return plain.toString();
  }

  private static boolean between(int c) {
    return switch (c) {
      case ' ', '(', ')', '-', '.', '/', '\'', '\t', '\u00a0', '\u2011' -> true;
      default ->
          switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR, Character.DASH_PUNCTUATION, Character.FORMAT -> true;
            default -> false;
          };
    };
  }

  private static NumberFault why(PhoneNumber parsed) {
    var result = NUMBERS.isPossibleNumberWithReason(parsed);
    return switch (result) {
      case TOO_SHORT, IS_POSSIBLE_LOCAL_ONLY -> NumberFault.NUMBER_TOO_SHORT;
      case TOO_LONG -> NumberFault.NUMBER_TOO_LONG;
      case INVALID_COUNTRY_CODE -> NumberFault.NUMBER_OF_NO_COUNTRY;
      case INVALID_LENGTH, IS_POSSIBLE -> NumberFault.NUMBER_NOT_GIVEN_OUT;
    };
  }

  private static NumberFault why(NumberParseException.ErrorType type) {
    return switch (type) {
      case INVALID_COUNTRY_CODE -> NumberFault.NUMBER_OF_NO_COUNTRY;
      case TOO_SHORT_NSN, TOO_SHORT_AFTER_IDD, NOT_A_NUMBER -> NumberFault.NUMBER_TOO_SHORT;
      case TOO_LONG -> NumberFault.NUMBER_TOO_LONG;
    };
  }
}
