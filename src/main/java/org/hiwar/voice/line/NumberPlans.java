package org.hiwar.voice.line;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hiwar.voice.sip.DialString;
import org.hiwar.voice.sip.NumberPlan;
import org.hiwar.voice.sip.NumberPlan.Dialled;

/// What numbers mean to a workspace.
public final class NumberPlans {
  /// Numbers of no country, as libphonenumber calls them.
  static final String NO_COUNTRY = "001";

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  private NumberPlans() {}

  public static boolean isCountry(String country) {
    return NUMBERS.getSupportedRegions().contains(country);
  }

  public static boolean isDestination(String destination) {
    return destination.equals(NO_COUNTRY) || isCountry(destination);
  }

  /// What [#isDestination] holds for, in the order of the alphabet.
  public static SortedSet<String> destinations() {
    var all = new TreeSet<>(NUMBERS.getSupportedRegions());
    all.add(NO_COUNTRY);
    return all;
  }

  /// The ways in which a number may stand in the table that a provider writes like this: with and
  /// without `+`, the country's code, or a 0 in front.
  static Set<String> readings(DialString called, String country) {
    var readings = new LinkedHashSet<String>();
    readings.add(called.text());
    var plan = new NumberPlan(country);
    add(plan.read(called), readings);
    if (!called.text().startsWith("+") && called.text().length() < DialString.LONGEST)
      add(plan.read(new DialString("+" + called.text())), readings);
    return readings;
  }

  private static void add(Dialled dialled, Set<String> readings) {
    if (dialled instanceof Dialled.International(var e164, _)) readings.add(e164.text());
  }

  /// Whether a call to this number costs more than calls to its country do, as a rule.
  public static boolean isPremium(DialString e164) {
    try {
      return switch (NUMBERS.getNumberType(NUMBERS.parse(e164.text(), "ZZ"))) {
        case PREMIUM_RATE, SHARED_COST, PERSONAL_NUMBER, PAGER -> true;
        case FIXED_LINE, MOBILE, FIXED_LINE_OR_MOBILE, TOLL_FREE, VOIP, UAN, VOICEMAIL, UNKNOWN ->
            false;
      };
    } catch (NumberParseException _) {
      return true; // what cannot be read is not known to be cheap
    }
  }
}
