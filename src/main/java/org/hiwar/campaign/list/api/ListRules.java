package org.hiwar.campaign.list.api;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.hiwar.campaign.list.Field;
import org.hiwar.campaign.list.FieldType;
import org.hiwar.campaign.list.Fields;
import org.hiwar.campaign.list.ListLimits;
import org.hiwar.platform.OneLine;
import org.hiwar.platform.Refusal;

/// What the fields of lists may hold, with the sentence for whoever tried something else.
final class ListRules {
  private static final Set<String> REGIONS = Set.copyOf(Arrays.asList(Locale.getISOCountries()));

  private ListRules() {}

  static String name(String name) {
    var stripped = OneLine.typed(name).strip();
    if (!isLine(stripped))
      throw Refusal.invalid(
          "name-invalid",
          "A name has 1 to " + ListLimits.NAME + " characters on one line. Correct it.");
    return stripped;
  }

  private static boolean isLine(String text) {
    return !text.isEmpty()
        && text.length() <= ListLimits.NAME
        && text.codePoints()
            .noneMatch(
                c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
  }

  static String region(String region) {
    if (!REGIONS.contains(region))
      throw Refusal.invalid(
          "country-invalid", "A country is named by its two letters of ISO 3166. Choose one.");
    return region;
  }

  static ZoneId zone(String zone) {
    try {
      if (ZoneId.getAvailableZoneIds().contains(zone)) return ZoneId.of(zone);
    } catch (DateTimeException _) {
      // said below
    }
    throw Refusal.invalid(
        "zone-invalid", "A time zone is named by its region, as Asia/Damascus. Choose one.");
  }

  static int expires(int days, int most) {
    if (days < 0 || days > most)
      throw Refusal.invalid(
          "expires-invalid", "Expiry is a number of days from 0 (never) to " + most + ".");
    return days;
  }

  static Fields fields(Fields wish) {
    var names = new HashSet<String>();
    var singles = new HashSet<FieldType>();
    for (var field : wish.all()) {
      if (!isLine(field.name()) || !field.name().equals(field.name().strip()))
        throw fieldInvalid("Every field needs a name of 1 to 200 characters. Correct it.");
      if (!names.add(field.name()))
        throw fieldInvalid("Two fields have the same name. Give one of them another.");
      if (field.type().single() && !singles.add(field.type()))
        throw fieldInvalid("A list has only one field of this type. Change one of them.");
      if ((field.type() == FieldType.PHONE) != (field.kind() != null))
        throw fieldInvalid("A telephone number has a kind, and nothing else has. Correct it.");
      if (field.of() != null && !isZoneOfPhone(wish, field))
        throw fieldInvalid("A time zone can be that of a number of the list. Choose one.");
    }
    requirePhones(wish);
    requireExpiry(wish);
    return wish;
  }

  private static boolean isZoneOfPhone(Fields all, Field zone) {
    return zone.type() == FieldType.TIME_ZONE
        && all.phones().stream().anyMatch(phone -> phone.name().equals(zone.of()));
  }

  private static void requirePhones(Fields wish) {
    int phones = wish.phones().size();
    if (phones < 1 || phones > ListLimits.PHONES)
      throw fieldInvalid(
          "A list has 1 to " + ListLimits.PHONES + " fields for telephone numbers. Correct it.");
    if (wish.all().size() > ListLimits.FIELDS)
      throw fieldInvalid("A list has at most " + ListLimits.FIELDS + " fields. Take some away.");
  }

  private static void requireExpiry(Fields wish) {
    var after = wish.expiresAfter();
    if (after == null) return;
    if (wish.named(after).filter(field -> field.type() == FieldType.DATE_TIME).isEmpty())
      throw fieldInvalid("Records expire after a date of theirs. Choose a field with dates.");
  }

  /// What records already rest upon stays: positions and kinds of numbers, keys, types.
  static void requireSame(Fields before, Fields after) {
    var phones = before.phones();
    boolean same =
        after.phones().size() >= phones.size()
            && after.phones().subList(0, phones.size()).equals(phones)
            && before.keys().equals(after.keys())
            && before.all().stream()
                .allMatch(
                    field ->
                        after.named(field.name()).filter(f -> f.type() != field.type()).isEmpty());
    if (!same)
      throw Refusal.conflict(
          "fields-fixed",
          "The list has records: numbers, keys and types of its fields stay as they are. Add"
              + " fields, or make another list.");
  }

  private static Refusal fieldInvalid(String sentence) {
    return Refusal.invalid("field-invalid", sentence);
  }
}
