package org.hiwar.campaign.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hiwar.campaign.rule.Callees.*;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.hours.CentreHours;
import org.hiwar.workspace.hours.Holidays;
import org.hiwar.workspace.hours.Hours;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Rules and verdicts are stored: what is read again is what was written.
class RulesAsJsonTest {
  private final JsonMapper json = JsonMapper.builder().build();

  private <T> void comesBack(T value, Class<T> type) {
    assertThat(json.readValue(json.writeValueAsString(value), type)).isEqualTo(value);
  }

  @Test
  void rulesComeBack() {
    comesBack(CampaignRules.usual(DAMASCUS), CampaignRules.class);
    var feast = Set.of(LocalDate.parse("2026-05-27"));
    var evening = Hours.daily(LocalTime.of(17, 0), LocalTime.of(21, 0));
    var quotas =
        new Quotas(
            List.of(
                new Quota.OfAll(5),
                new Quota.OfDisposition(new DispositionId(3), 4),
                new Quota.OfValue("city", "حلب", 2),
                new Quota.OfRange("age", BigDecimal.ONE, BigDecimal.TEN, 1)));
    comesBack(
        new CampaignRules(
            new CallingHours(
                List.of(new Schedule(evening, List.of(NumberKind.HOME), feast)),
                new Holidays(feast)),
            new CentreHours(ZoneId.of("Asia/Riyadh"), List.of(evening), new Holidays(feast)),
            Limits.USUAL,
            NumberStrategy.LEAST_ATTEMPTED,
            Map.of(
                new DispositionId(7),
                new DialRule(
                    DialRule.Action.STOP_NUMBER,
                    Duration.ofHours(2),
                    true,
                    2,
                    Duration.ofMinutes(3))),
            true,
            new PostalZones(Map.of("90", ZoneId.of("America/Los_Angeles"))),
            List.of(new LocalRule("US", "CA", List.of(evening))),
            quotas,
            true),
        CampaignRules.class);
  }

  @Test
  void verdictsComeBack() {
    var verdicts =
        Verdicts.of(
            rules(CallingHours.usual()), mobileAndHome(), Instant.parse("2026-11-21T23:00:00Z"));

    comesBack(verdicts, Verdicts.class);
    comesBack(verdicts.of(1).orElseThrow(), Verdict.class);
    comesBack(
        new NextCall(Instant.EPOCH, Instant.EPOCH.plusSeconds(60), SECOND, true), NextCall.class);
  }
}
