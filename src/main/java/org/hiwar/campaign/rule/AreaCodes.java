package org.hiwar.campaign.rule;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What the beginning of a number tells of its place.
final class AreaCodes {
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  private static final PhoneNumberToTimeZonesMapper ZONES =
      PhoneNumberToTimeZonesMapper.getInstance();

  /// The JDK's zones; the prefixes' data name *Etc/Unknown* for a place that they do not know.
  private static final Set<String> KNOWN = knownZones();

  /// Every number is judged several times within minutes; reading it costs more than all the rest.
  private static final int REMEMBERED = 10_000;

  private static final Map<String, List<ZoneId>> LATELY = new ConcurrentHashMap<>();

  private AreaCodes() {}

  private static Set<String> knownZones() {
    var known = new HashSet<>(ZoneId.getAvailableZoneIds());
    known.remove(PhoneNumberToTimeZonesMapper.getUnknownTimeZone());
    return Set.copyOf(known);
  }

  /// The zones of the area, several where it is not within one; none: unknown.
  static List<ZoneId> zones(String number) {
    var known = LATELY.get(number);
    if (known != null) return known;
    var found = read(number);
    if (LATELY.size() >= REMEMBERED) LATELY.clear();
    LATELY.put(number, found);
    return found;
  }

  private static List<ZoneId> read(String number) {
    return parsed(number).stream()
        .flatMap(it -> ZONES.getTimeZonesForNumber(it).stream())
        .filter(KNOWN::contains)
        .map(ZoneId::of)
        .toList();
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
