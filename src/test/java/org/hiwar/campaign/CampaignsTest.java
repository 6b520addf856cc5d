package org.hiwar.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.hiwar.Requirement;
import org.hiwar.testing.ApiTest;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.Disposition;
import org.hiwar.workspace.DispositionStore;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.ServiceTeamStore;
import org.hiwar.workspace.SkillId;
import org.hiwar.workspace.Team;
import org.hiwar.workspace.TeamId;
import org.hiwar.workspace.TeamStore;
import org.junit.jupiter.api.Test;

class CampaignsTest extends ApiTest {
  private static final ZoneId DAMASCUS = ZoneId.of("Asia/Damascus");

  private final Campaigns campaigns = RunningHiwar.bean(Campaigns.class);
  private final CampaignStore store = RunningHiwar.bean(CampaignStore.class);
  private final ListedRows lists = new ListedRows(workspaceId());

  @Test
  @Requirement("S2-19")
  void aCampaignIsAQueueOfPreviews() {
    var made = campaigns.create(workspaceId(), "Spring", null, DAMASCUS);
    assertThat(store.find(workspaceId(), made.id())).contains(made);
    assertThat(made.mode()).isEqualTo(Campaign.Mode.PREVIEW);
    var queue =
        RunningHiwar.bean(ServiceStore.class)
            .find(workspaceId(), made.id().service())
            .orElseThrow();
    assertThat(queue.medium()).isEqualTo(Medium.PREVIEW);
    assertThat(queue.wrapUp()).isZero();
  }

  @Test
  @Requirement({"S2-56", "S2-58", "S2-51"})
  void aNewCampaignHasBadRecordAsItsFinalDefault() {
    var made = campaigns.create(workspaceId(), "Spring", null, DAMASCUS);
    var dispositions = RunningHiwar.bean(DispositionStore.class);
    var id = Objects.requireNonNull(made.settings().defaultPreviewDisposition());
    var bad = dispositions.find(workspaceId(), id).orElseThrow();
    assertThat(bad.code()).isEqualTo("BAD_RECORD");
    assertThat(bad.kind()).isEqualTo(Disposition.Kind.FAILURE);
    assertThat(bad.last()).isTrue();
    assertThat(bad.scope()).isEqualTo(new Disposition.Scope(true, false, false, true, false));
  }

  @Test
  void aSecondCampaignBringsNoSecondResults() {
    campaigns.create(workspaceId(), "Spring", null, DAMASCUS);
    var all = RunningHiwar.bean(DispositionStore.class).all(workspaceId());
    campaigns.create(workspaceId(), "Autumn", null, DAMASCUS);
    assertThat(RunningHiwar.bean(DispositionStore.class).all(workspaceId())).isEqualTo(all);
  }

  @Test
  void aSettingThatIsYoungerThanTheCampaignHasItsUsualValue() {
    var made = campaigns.create(workspaceId(), "Spring", null, DAMASCUS);
    TestDatabase.database()
        .in(
            workspaceId().value(),
            db ->
                db.sql("update campaign set settings = settings - 'skipDelay' where id = ?")
                    .param(made.id().value())
                    .update());
    assertThat(store.find(workspaceId(), made.id())).contains(made);
  }

  @Test
  void aListGivesItsRecordsInTheOrderAndOfTheKindThatIsAskedFor() {
    var made = campaigns.create(workspaceId(), "Spring", null, DAMASCUS);
    var list = lists.list("Customers");
    var ten = lists.record(list, 1, "{\"points\": \"10\", \"town\": \"Homs\"}");
    var nine = lists.record(list, 2, "{\"points\": \"9\", \"town\": \"homs\"}");
    lists.record(list, 3, "{\"points\": \"100\", \"town\": \"Aleppo\"}");
    campaigns.bind(
        workspaceId(),
        made.id(),
        new BoundList(
            list,
            true,
            1,
            1,
            List.of(new BoundList.Filter("town", BoundList.Test.IS, "Homs")),
            List.of(new BoundList.Sort(BoundList.By.FIELD, "points", false))));
    assertThat(lists.available(made.id())).containsExactly(nine, ten);
  }

  @Test
  void numbersAreComparedAsNumbersAndAbsentFieldsAreEmpty() {
    var made = campaigns.create(workspaceId(), "Spring", null, DAMASCUS);
    var list = lists.list("Customers");
    lists.record(list, 1, "{\"points\": \"9\"}");
    var hundred = lists.record(list, 2, "{\"points\": \"100\"}");
    lists.record(list, 3, "{\"points\": \"many\"}");
    lists.record(list, 4, "{}");
    campaigns.bind(
        workspaceId(),
        made.id(),
        filtered(list, new BoundList.Filter("points", BoundList.Test.MORE, "10")));
    assertThat(lists.available(made.id())).containsExactly(hundred);
    campaigns.bind(
        workspaceId(),
        made.id(),
        filtered(list, new BoundList.Filter("points", BoundList.Test.EMPTY, "")));
    assertThat(lists.available(made.id())).hasSize(1).doesNotContain(hundred);
  }

  @Test
  void aFieldsNameIsNoStatement() {
    var made = campaigns.create(workspaceId(), "Spring", null, DAMASCUS);
    var list = lists.list("Customers");
    lists.record(list, 1, "{}");
    campaigns.bind(
        workspaceId(),
        made.id(),
        filtered(
            list, new BoundList.Filter("x' or true --", BoundList.Test.IS, "'; drop table x --")));
    assertThat(lists.available(made.id())).isEmpty();
  }

  @Test
  @Requirement("S2-2")
  void aRecordThatWasWorkedOnIsNotForgottenWhenAFilterLeavesItOut() {
    var made = campaigns.create(workspaceId(), "Spring", null, DAMASCUS);
    var list = lists.list("Customers");
    var worked = lists.record(list, 1, "{\"town\": \"Homs\"}");
    campaigns.bind(workspaceId(), made.id(), filtered(list));
    lists.attempted(made.id(), worked);
    var aleppo = new BoundList.Filter("town", BoundList.Test.IS, "Aleppo");
    campaigns.bind(workspaceId(), made.id(), filtered(list, aleppo));
    assertThat(lists.available(made.id())).isEmpty();
    campaigns.bind(workspaceId(), made.id(), filtered(list));
    assertThat(lists.available(made.id())).containsExactly(worked);
  }

  @Test
  void recordsThatComeLaterAreTakenOver() {
    var made = campaigns.create(workspaceId(), "Spring", null, DAMASCUS);
    var list = lists.list("Customers");
    campaigns.bind(workspaceId(), made.id(), filtered(list));
    var late = lists.record(list, 1, "{}");
    var importing = RunningHiwar.bean(CampaignRecordStore.class);
    TestDatabase.database()
        .in(
            workspaceId().value(),
            db -> {
              assertThat(importing.follows(db, workspaceId(), list)).isTrue();
              importing.changed(db, workspaceId(), list, new long[] {late.value()});
              return late;
            });
    assertThat(lists.available(made.id())).containsExactly(late);
  }

  @Test
  void recordsThatLeaveTheirListLeaveItsCampaignsUnlessTheyAreHandedOut() {
    var made = campaigns.create(workspaceId(), "Spring", null, DAMASCUS);
    var list = lists.list("Customers");
    var handed = lists.record(list, 1, "{}");
    var idle = lists.record(list, 2, "{}");
    campaigns.bind(workspaceId(), made.id(), filtered(list));
    lists.handed(made.id(), handed);
    var staying =
        TestDatabase.database()
            .in(
                workspaceId().value(),
                db ->
                    RunningHiwar.bean(CampaignRecordStore.class)
                        .leaving(
                            db, workspaceId(), list, new long[] {handed.value(), idle.value()}));
    assertThat(staying).containsExactly(handed.value());
    assertThat(lists.available(made.id())).isEmpty();
  }

  @Test
  @Requirement("S2-8")
  void aTeamServesItsCampaignThroughThoseWhoMayGetRecords() {
    var made = campaigns.create(workspaceId(), "Spring", null, DAMASCUS);
    var team = new Team(new TeamId(TestDatabase.ids().next()), "Sales");
    RunningHiwar.bean(TeamStore.class).add(workspaceId(), team);
    lists.join(team.id(), "agent");
    lists.join(team.id(), "administrator");
    campaigns.setTeams(workspaceId(), made.id(), List.of(team.id()));
    var skills =
        RunningHiwar.bean(ServiceTeamStore.class).skills(workspaceId(), Privilege.PREVIEW_RECORDS);
    assertThat(skills).hasSize(1);
    assertThat(skills.getFirst().skill()).isEqualTo(new SkillId(made.id().value()));
  }

  @Test
  void aCopyHasTheSettingsAndTheTeamsAndNoLists() {
    var made = campaigns.create(workspaceId(), "Spring", null, DAMASCUS);
    campaigns.bind(workspaceId(), made.id(), filtered(lists.list("Customers")));
    var copy = campaigns.copy(workspaceId(), made, "Autumn");
    assertThat(copy.settings()).isEqualTo(made.settings());
    assertThat(campaigns.lists(workspaceId(), copy.id())).isEmpty();
    assertThat(copy.running()).isFalse();
    assertThat(copy.enabled()).isFalse();
  }

  private static BoundList filtered(ListId list, BoundList.Filter... filter) {
    return new BoundList(list, true, 1, 1, List.of(filter), List.of());
  }
}
