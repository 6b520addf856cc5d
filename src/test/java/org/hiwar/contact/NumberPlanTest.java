package org.hiwar.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is known without libphonenumber is what libphonenumber says: for numbers of every country
/// as they are given out, written in every way, and as chance changes them.
class NumberPlanTest {
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final int CHANGED = 12;

  private final Random chance = new Random(21);
  private int known;

  @Test
  void nothingIsReadOtherwiseThanLibphonenumberReadsIt() {
    for (var region : NUMBERS.getSupportedRegions())
      for (var type : PhoneNumberType.values()) {
        var example = NUMBERS.getExampleNumberForType(region, type);
        if (example == null) continue;
        var code = Integer.toString(example.getCountryCode());
        var digits = NUMBERS.getNationalSignificantNumber(example);
        for (var written : written(digits, region)) {
          require("+" + code + written, region);
          require(code + written, region);
          require(written, region);
          require(written, "DE");
        }
      }
    assertThat(known).isGreaterThan(10_000);
  }

  @Test
  void numbersOfMostCountriesAreKnownHere() {
    assertThat(NumberPlan.read("01512" + "0000001", "DE"))
        .isEqualTo(new NumberReader.Read("+4915120000001", "DE"));
    assertThat(NumberPlan.read("+963944123456", "DE"))
        .isEqualTo(new NumberReader.Read("+963944123456", "SY"));
    assertThat(NumberPlan.read("0944123456", "SY"))
        .isEqualTo(new NumberReader.Read("+963944123456", "SY"));
    assertThat(NumberPlan.read("0944123", "SY")).isNull();
    assertThat(NumberPlan.read("+12024561111", "DE")).isNull();
  }

  private void require(String text, String region) {
    var read = NumberPlan.read(text, region);
    if (read == null) return;
    known++;
    assertThat(NumberReader.asked(text, region)).as("%s in %s", text, region).isEqualTo(read);
  }

  private List<String> written(String digits, String region) {
    var written = new ArrayList<String>();
    var prefix = NUMBERS.getNddPrefixForRegion(region, true);
    var changed =
        IntStream.concat(IntStream.of(0), IntStream.generate(() -> 1).limit(CHANGED))
            .mapToObj(some -> some == 0 ? digits : changed(digits))
            .toList();
    for (var number : changed) {
      written.add(number);
      if (prefix != null) written.add(prefix + number);
    }
    return written;
  }

  /// With other digits behind the beginning, one more or one less.
  private String changed(String digits) {
    var changed = new StringBuilder(digits);
    int kept = chance.nextInt(digits.length());
    for (int at = kept; at < changed.length(); at++)
      changed.setCharAt(at, (char) ('0' + chance.nextInt(10)));
    return switch (chance.nextInt(6)) {
      case 0 -> changed.append(chance.nextInt(10)).toString();
      case 1 -> changed.substring(1);
      default -> changed.toString();
    };
  }
}
