package org.hiwar.voice.sip;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.ShortNumberInfo;

/// How numbers are written and read in a country. The metadata is libphonenumber's.
public final class NumberPlan {
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final ShortNumberInfo SHORT_NUMBERS = ShortNumberInfo.getInstance();

  private final String country;

  /// @param country two letters of ISO 3166, as `DE`
  public NumberPlan(String country) {
    if (!NUMBERS.getSupportedRegions().contains(country))
      throw new IllegalArgumentException("no number plan for " + country);
    this.country = country;
  }

  /// What was dialled, as this country understands it.
  public sealed interface Dialled {
    /// A number that the whole world can dial.
    ///
    /// @param e164 with its `+`
    /// @param country two letters, or three digits for numbers of no country, as satellite phones
    record International(DialString e164, String country) implements Dialled {}

    /// Never blocked, never dialled by a machine, and passed on exactly as dialled.
    record Emergency(DialString number) implements Dialled {}

    /// An extension, a service number or a code: means something only to whom it is sent.
    record Local(DialString number) implements Dialled {}
  }

  public Dialled read(DialString dialled) {
    var text = dialled.text();
    if (SHORT_NUMBERS.isEmergencyNumber(text, country)) return new Dialled.Emergency(dialled);
    if (text.indexOf('*') >= 0 || text.indexOf('#') >= 0) return new Dialled.Local(dialled);
    try {
      var number = NUMBERS.parse(text, country);
      if (!NUMBERS.isValidNumber(number)) return new Dialled.Local(dialled);
      var region = NUMBERS.getRegionCodeForNumber(number);
      return new Dialled.International(
          new DialString(NUMBERS.format(number, PhoneNumberFormat.E164)),
          region == null ? Integer.toString(number.getCountryCode()) : region);
    } catch (NumberParseException _) {
      return new Dialled.Local(dialled);
    }
  }
}
