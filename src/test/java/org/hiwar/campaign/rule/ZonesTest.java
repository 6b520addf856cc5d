package org.hiwar.campaign.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hiwar.campaign.rule.Callees.*;
import static org.hiwar.campaign.rule.NumberKind.MOBILE;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hiwar.campaign.rule.FoundZone.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ZonesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final String NEW_YORK = "+12125550123";
  private static final String RUSSIAN_MOBILE = "+79161234567";
  private static final String NOWHERE = "+8821234567890";

  static Stream<Arguments> found() {
    var york = of(number(1, MOBILE, NEW_YORK));
    return Stream.of(
        Arguments.of(
            "the number's own first",
            of(in("Asia/Tokyo", 1, MOBILE, NEW_YORK)).from(BERLIN, null, null),
            "Asia/Tokyo",
            Source.NUMBER),
        Arguments.of(
            "then the record's", york.from(BERLIN, null, null), "Europe/Berlin", Source.RECORD),
        Arguments.of("then the area's", york.callee(), "America/New_York", Source.AREA_CODE),
        Arguments.of("a country of one zone", mobileAndHome(), "Asia/Damascus", Source.AREA_CODE),
        Arguments.of(
            "an area of several zones says none",
            of(number(1, MOBILE, RUSSIAN_MOBILE)).callee(),
            "Asia/Damascus",
            Source.LIST),
        Arguments.of(
            "a satellite is nowhere",
            of(number(1, MOBILE, NOWHERE)).callee(),
            "Asia/Damascus",
            Source.LIST));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("found")
  void aZoneComesFromTheBestSource(String name, Callee callee, String zone, Source source) {
    var found = Zones.of(callee.numbers().getFirst(), callee, rules(CallingHours.usual()));

    assertThat(found).isEqualTo(new FoundZone(ZoneId.of(zone), source, Set.of()));
  }

  @Test
  void safeHoursHoldByPostalCodeAndAreaCode() {
    var rules = safe(new PostalZones(Map.of("9", BERLIN, "90", ZoneId.of("America/Los_Angeles"))));
    var callee = of(number(1, MOBILE, NEW_YORK)).from(null, "90210", null);

    assertThat(Zones.of(callee.numbers().getFirst(), callee, rules).also())
        .containsExactly(ZoneId.of("America/Los_Angeles"));
    // 09:30 in New York, 06:30 in Los Angeles
    var early = Instant.parse("2026-11-20T14:30:00Z");
    assertThat(why(Verdicts.of(rules, callee, early), 1)).isEqualTo(Why.OUTSIDE_HOURS);
    assertThat(Verdicts.of(rules, callee, early).again())
        .contains(Instant.parse("2026-11-20T17:00:00Z"));
  }

  @Test
  void safeHoursHoldInEveryZoneOfTheArea() {
    var callee = of(number(1, MOBILE, RUSSIAN_MOBILE)).callee();
    var also = Zones.of(callee.numbers().getFirst(), callee, safe(PostalZones.NONE)).also();

    assertThat(also).contains(ZoneId.of("Europe/Moscow"), ZoneId.of("Asia/Vladivostok"));
  }

  @Test
  void everyZoneOfTheDataIsKnownToTheClock() {
    assertThat(AreaCodes.zones("+79161234567")).hasSizeGreaterThan(5);
    assertThat(AreaCodes.zones("no number")).isEmpty();
    assertThat(AreaCodes.country("+963944123456")).isEqualTo("SY");
    assertThat(AreaCodes.zones("+97714123456"))
        .extracting(
            zone -> zone.getRules().getStandardOffset(Instant.EPOCH.plusSeconds(1_700_000_000)))
        .containsExactly(ZoneOffset.ofHoursMinutes(5, 45));
  }

  private static CampaignRules safe(PostalZones postal) {
    var rules = rules(CallingHours.usual());
    return new CampaignRules(
        rules.hours(),
        rules.centre(),
        rules.limits(),
        rules.strategy(),
        rules.dialRules(),
        true,
        postal,
        List.of(),
        Quotas.NONE,
        false);
  }
}
