package org.hiwar.campaign.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuotasTest {
  private static final Quotas QUOTAS =
      new Quotas(
          List.of(
              new Quota.OfValue("city", "حلب", 2),
              new Quota.OfRange("age", BigDecimal.valueOf(18), BigDecimal.valueOf(29), 1),
              new Quota.OfAll(10)));

  private static boolean want(Map<String, String> fields, Integer... counts) {
    return QUOTAS.want(fields, List.of(counts));
  }

  @Test
  void aQuotaThatIsMetStopsTheRecordsThatFallUnderItAndNoOthers() {
    assertThat(want(Map.of("city", "حلب"), 1, 0, 1)).isTrue();
    assertThat(want(Map.of("city", "حلب"), 2, 0, 2)).isFalse();
    assertThat(want(Map.of("city", "حمص"), 2, 0, 2)).isTrue();
    assertThat(want(Map.of("age", "18"), 0, 1, 1)).isFalse();
    assertThat(want(Map.of("age", "29.5"), 0, 1, 1)).isTrue();
    assertThat(want(Map.of("age", "unknown"), 0, 1, 1)).isTrue();
  }

  @Test
  void theQuotaOfAllStopsAll() {
    assertThat(want(Map.of(), 0, 0, 10)).isFalse();
  }
}
