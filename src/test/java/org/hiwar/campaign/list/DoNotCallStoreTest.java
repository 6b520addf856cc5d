package org.hiwar.campaign.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.hiwar.Requirement;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.RecordId;
import org.junit.jupiter.api.Test;

class DoNotCallStoreTest {
  private final ListScene scene = new ListScene();
  private final CampaignId campaign = scene.campaign();
  private final CallingList list = scene.list();
  private final RecordId damascus = scene.record(list, "+963112345678", "SY", "SW1A 1AA", "دمشق ١");
  private final RecordId berlin = scene.record(list, "+4930123456", "DE", "10115", "Berlin");

  @Test
  void aNumberIsNotCalledInTheCampaignsOfTheListAlone() {
    var numbers = scene.doNotCall(DoNotCallKind.NUMBER, false, "011 2345678");
    assertThat(hits()).isEmpty();
    scene.bind(campaign, numbers, false);
    assertThat(hits())
        .extracting(DoNotCallHit::record, DoNotCallHit::position, DoNotCallHit::list)
        .containsExactly(tuple(damascus, 1, numbers));
    assertThat(holds("+963112345678")).isTrue();
    assertThat(holds("+963112345679")).isFalse();
  }

  @Test
  void oneNumberIsEnoughForTheWholeRecordWhereTheBindingSaysSo() {
    scene.bind(campaign, scene.doNotCall(DoNotCallKind.NUMBER, false, "+4930123456"), true);
    assertThat(hits()).singleElement().matches(DoNotCallHit::whole);
  }

  @Test
  void areasAndCountriesAreFoundByWhatANumberIs() {
    scene.doNotCall(DoNotCallKind.AREA, true, "+963 11");
    assertThat(hits()).extracting(DoNotCallHit::record).containsExactly(damascus);
    scene.doNotCall(DoNotCallKind.COUNTRY, true, "de");
    assertThat(hits()).extracting(DoNotCallHit::record).containsExactly(damascus, berlin);
    assertThat(holds("+493012345")).isTrue();
  }

  @Test
  void aRecordIsExcludedByItsPostalCodeOrAField() {
    scene.doNotCall(DoNotCallKind.POSTAL_CODE, true, "sw1a1aa");
    scene.doNotCall(DoNotCallKind.FIELD, true, "دمشق ۱");
    assertThat(hits())
        .extracting(DoNotCallHit::record, DoNotCallHit::whole)
        .containsExactly(tuple(damascus, true), tuple(damascus, true));
  }

  @Test
  void whatHasExpiredMayBeCalledAgain() {
    scene.doNotCall(DoNotCallKind.COUNTRY, true, "DE");
    scene.run(
        "update do_not_call_entry set expires_at = now() - interval '1 s' where workspace ="
            + " :workspace",
        Map.of());
    assertThat(hits()).isEmpty();
  }

  @Test
  @Requirement("S2-100")
  void aResultFeedsTheListsThatHoldForTheCampaign() {
    assertThat(feed("+4930123456")).isZero();
    scene.doNotCall(DoNotCallKind.NUMBER, false);
    assertThat(feed("+4930123456")).isZero();
    scene.doNotCall(DoNotCallKind.NUMBER, true);
    assertThat(feed("+4930123456")).isOne();
    assertThat(feed("+4930123456")).isOne();
    assertThat(hits()).extracting(DoNotCallHit::record).containsExactly(berlin);
  }

  private List<DoNotCallHit> hits() {
    return scene.database.in(
        scene.workspace.value(),
        db -> scene.doNotCall.hits(db, scene.workspace, campaign, List.of(damascus, berlin)));
  }

  private boolean holds(String number) {
    return scene.database.in(
        scene.workspace.value(),
        db -> scene.doNotCall.holds(db, scene.workspace, campaign, number));
  }

  private int feed(String number) {
    return scene.database.in(
        scene.workspace.value(),
        db -> scene.doNotCall.feed(db, scene.workspace, campaign, number, "asked"));
  }
}
