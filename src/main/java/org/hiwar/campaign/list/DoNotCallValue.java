package org.hiwar.campaign.list;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hiwar.contact.ArabicText;
import org.hiwar.contact.NumberReader;

/// One spelling for each entry of a do-not-call list.
public final class DoNotCallValue {
  private static final Set<String> COUNTRIES =
      Arrays.stream(Locale.getISOCountries()).collect(Collectors.toUnmodifiableSet());
  private static final int LONGEST = 200;
  private static final int SHORTEST_AREA = 2;
  private static final int LONGEST_AREA = 16;

  private DoNotCallValue() {}

  /// What is stored of what somebody wrote; empty when it is no entry of the kind. `region` is
  /// where numbers without a country's code are dialled.
  public static Optional<String> of(DoNotCallKind kind, String typed, String region) {
    var text = typed.strip();
    if (text.isEmpty() || text.length() > LONGEST) return Optional.empty();
    if (text.codePoints().anyMatch(Character::isISOControl)) return Optional.empty();
    return switch (kind) {
      case NUMBER ->
          NumberReader.read(text, region) instanceof NumberReader.Read(var number, var _)
              ? Optional.of(number)
              : Optional.empty();
      case AREA -> area(text);
      case COUNTRY -> Optional.of(text.toUpperCase(Locale.ROOT)).filter(COUNTRIES::contains);
      case POSTAL_CODE, STATE, FIELD -> Optional.of(folded(text));
    };
  }

  /// As the store compares the values of records: without spaces, in lower case.
  private static String folded(String text) {
    return ArabicText.digitsToAscii(text).toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
  }

  /// With the country's code, as `+963 11`.
  private static Optional<String> area(String text) {
    var plain = ArabicText.digitsToAscii(text).replaceAll("[\\s().\\-/\\p{Cf}]", "");
    var whole = plain.startsWith("00") ? "+" + plain.substring(2) : plain;
    return whole.matches("\\+[1-9][0-9]*")
            && whole.length() >= SHORTEST_AREA
            && whole.length() <= LONGEST_AREA
        ? Optional.of(whole)
        : Optional.empty();
  }
}
