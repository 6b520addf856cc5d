package org.hiwar.campaign.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.ListId;
import org.hiwar.workspace.WorkspaceId;
import org.junit.jupiter.api.Test;

class FrontsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
  private static final HopperStore.Of CAMPAIGN =
      new HopperStore.Of(new WorkspaceId(1), new CampaignId(2));
  private static final HopperStore.Of OTHER =
      new HopperStore.Of(new WorkspaceId(1), new CampaignId(3));
  private static final ListId LIST = new ListId(4);

  private final Fronts fronts = new Fronts();

  FrontsTest() {
    fronts.begin(CAMPAIGN, NOW);
    fronts.first(CAMPAIGN, LIST, 50);
  }

  @Test
  void aClaimReadsOnFromWhereTheLastOneFoundSomething() {
    fronts.begin(CAMPAIGN, NOW.plusMillis(1_999));
    assertThat(fronts.of(CAMPAIGN, LIST)).isEqualTo(50);
    assertThat(fronts.of(OTHER, LIST)).isEqualTo(Fronts.FIRST);
    assertThat(fronts.of(CAMPAIGN, new ListId(5))).isEqualTo(Fronts.FIRST);
  }

  @Test
  void theFrontIsLookedAtNowAndThen() {
    fronts.begin(OTHER, NOW.plusSeconds(2));
    assertThat(fronts.of(CAMPAIGN, LIST)).isEqualTo(50);
    fronts.begin(CAMPAIGN, NOW.plusSeconds(2));
    assertThat(fronts.of(CAMPAIGN, LIST)).isEqualTo(Fronts.FIRST);
    fronts.first(CAMPAIGN, LIST, 60);
    fronts.begin(CAMPAIGN, NOW.plusSeconds(3));
    assertThat(fronts.of(CAMPAIGN, LIST)).isEqualTo(60);
  }

  @Test
  void whatComesBackIsFoundAtItsPlace() {
    fronts.back(CAMPAIGN, LIST, 70);
    assertThat(fronts.of(CAMPAIGN, LIST)).isEqualTo(50);
    fronts.back(CAMPAIGN, LIST, 20);
    assertThat(fronts.of(CAMPAIGN, LIST)).isEqualTo(20);
    fronts.forget(CAMPAIGN.workspace());
    assertThat(fronts.of(CAMPAIGN, LIST)).isEqualTo(Fronts.FIRST);
  }
}
