package org.hiwar.contact;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneMetadata;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneNumberDesc;
import com.google.i18n.phonenumbers.metadata.DefaultMetadataDependenciesProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What libphonenumber knows of the numbers of one country, asked in a tenth of the time for the
/// numbers of which there is no doubt: digits that are a valid number of a country that shares its
/// code with nobody. For all others it says nothing, and libphonenumber is asked.
///
/// @param abroad what is dialled before the code of another country
/// @param prefix what is dialled before a number within the country; null: nothing
/// @param rewritten whether a number with that prefix becomes another one, and not only shorter
/// @param any what every number looks like
/// @param kinds what those look like that are given out
record NumberPlan(
    String region,
    String code,
    Pattern abroad,
    @Nullable Pattern prefix,
    boolean rewritten,
    Shape any,
    List<Shape> kinds) {

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final int LONGEST_CODE = 3;
  private static final Map<Integer, Optional<NumberPlan>> BY_CODE = new ConcurrentHashMap<>();
  private static final Map<String, Optional<NumberPlan>> BY_REGION = new ConcurrentHashMap<>();

  /// @param lengths a bit for each length
  private record Shape(long lengths, Pattern digits) {
    /// `otherwise` are the lengths where it says nothing of its own.
    static Shape of(PhoneNumberDesc known, long otherwise) {
      var lengths = known.getPossibleLengthList();
      return new Shape(
          lengths.isEmpty() ? otherwise : bits(lengths),
          Pattern.compile(known.getNationalNumberPattern()));
    }

    static long bits(List<Integer> lengths) {
      return lengths.stream()
          .filter(n -> n >= 0)
          .mapToLong(n -> 1L << n)
          .reduce(0, (some, more) -> some | more);
    }

    boolean fits(String number) {
      return number.length() < Long.SIZE
          && (lengths & 1L << number.length()) != 0
          && digits.matcher(number).matches();
    }
  }

  /// The number that ASCII digits are, with a plus in front or as they are dialled in `region`.
  /// Null: not known here.
  static NumberReader.@Nullable Read read(String text, String region) {
    return text.startsWith("+") ? international(text) : national(text, region);
  }

  private static NumberReader.@Nullable Read international(String text) {
    for (int end = 2; end <= LONGEST_CODE + 1 && end < text.length(); end++) {
      if (text.charAt(1) == '0') return null;
      int code = Integer.parseInt(text, 1, end, 10);
      if (NUMBERS.getSupportedCallingCodes().contains(code))
        return read(BY_CODE.computeIfAbsent(code, NumberPlan::of), text.substring(end));
    }
    return null;
  }

  private static NumberReader.@Nullable Read national(String text, String region) {
    var plan = BY_REGION.computeIfAbsent(region, some -> of(NUMBERS.getCountryCodeForRegion(some)));
    boolean here =
        plan.isPresent()
            && plan.get().region.equals(region)
            && !text.startsWith(plan.get().code)
            && !plan.get().abroad.matcher(text).lookingAt();
    return here ? read(plan, text) : null;
  }

  private static NumberReader.@Nullable Read read(Optional<NumberPlan> plan, String dialled) {
    return plan.isPresent() ? plan.get().read(dialled) : null;
  }

  private NumberReader.@Nullable Read read(String dialled) {
    var number = dialled;
    if (prefix != null) {
      var matcher = prefix.matcher(dialled);
      if (matcher.lookingAt()) {
        if (rewritten) return null;
        var without = dialled.substring(matcher.end());
        boolean needed =
            any.digits.matcher(dialled).matches() && !any.digits.matcher(without).matches();
        if (!needed) number = without;
      }
    }
    if (number.startsWith("0") || !any.fits(number)) return null;
    for (var kind : kinds)
      if (kind.fits(number)) return new NumberReader.Read("+" + code + number, region);
    return null;
  }

  /// Empty where several countries share a code, or none has it.
  private static Optional<NumberPlan> of(int code) {
    var regions = NUMBERS.getRegionCodesForCountryCode(code);
    if (regions.size() != 1 || regions.contains(PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY))
      return Optional.empty();
    var region = regions.getFirst();
    return Optional.of(
        of(
            DefaultMetadataDependenciesProvider.getInstance()
                .getPhoneNumberMetadataSource()
                .getMetadataForRegion(region),
            region,
            code));
  }

  private static NumberPlan of(PhoneMetadata known, String region, int code) {
    var general = known.getGeneralDesc();
    long lengths =
        Shape.bits(general.getPossibleLengthList())
            & ~Shape.bits(general.getPossibleLengthLocalOnlyList());
    var kinds =
        Stream.of(
                known.getMobile(),
                known.getFixedLine(),
                known.getTollFree(),
                known.getPremiumRate(),
                known.getSharedCost(),
                known.getVoip(),
                known.getPersonalNumber(),
                known.getPager(),
                known.getUan(),
                known.getVoicemail())
            .filter(kind -> !kind.getNationalNumberPattern().isEmpty())
            .map(kind -> Shape.of(kind, lengths))
            .toList();
    var prefix = known.getNationalPrefixForParsing();
    return new NumberPlan(
        region,
        Integer.toString(code),
        Pattern.compile(known.getInternationalPrefix()),
        prefix.isEmpty() ? null : Pattern.compile(prefix),
        !known.getNationalPrefixTransformRule().isEmpty(),
        new Shape(lengths, Pattern.compile(general.getNationalNumberPattern())),
        kinds);
  }
}
