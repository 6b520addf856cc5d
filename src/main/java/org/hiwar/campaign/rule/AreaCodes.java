package org.hiwar.campaign.rule;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// What the beginning of a number tells of its place.
final class AreaCodes {
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  private AreaCodes() {}

  /// The zones of the area, several where it is not within one; none: unknown.
  static List<ZoneId> zones(String number) {
    return List.of();
  }

  /// As SY; empty: unknown.
  static String country(String number) {
    return parsed(number).map(NUMBERS::getRegionCodeForNumber).orElse("");
  }

  private static Optional<PhoneNumber> parsed(String number) {
    try {
      return Optional.of(NUMBERS.parse(number, null));
    } catch (NumberParseException notANumber) {
      return Optional.empty();
    }
  }
}
