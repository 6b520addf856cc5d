package org.hiwar.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.hiwar.Requirement;
import org.hiwar.testing.ApiTest;
import org.hiwar.testing.Await;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestBrowser;
import org.hiwar.testing.TestBrowser.Answer;
import org.hiwar.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/// Several administrators change what a campaign calls in the same moment. Whatever comes first,
/// each record of a list that is bound has its one place, and no other has any; and everybody is
/// told what became of their wish.
class BindingsAtOnceTest extends ApiTest {
  private static final int RECORDS = 60;
  private static final int ROUNDS = 6;
  private static final ZoneId DAMASCUS = ZoneId.of("Asia/Damascus");
  private static final String HOMS =
      "[{\"field\": \"town\", \"test\": \"IS\", \"value\": \"Homs\"}]";
  private static final String OTHERS =
      "[{\"field\": \"town\", \"test\": \"IS_NOT\", \"value\": \"Homs\"}]";
  private static final String ALL = "[]";

  private final TestBrowser first = logIn("administrator");
  private final TestBrowser second = logIn("administrator");
  private final Campaigns campaigns = RunningHiwar.bean(Campaigns.class);
  private final ListedRows lists = new ListedRows(workspaceId());

  private CampaignId campaign(String name) {
    return campaigns.create(workspaceId(), name, null, DAMASCUS).id();
  }

  /// Every third customer lives in Homs.
  private ListId list(String name) {
    var list = made(name);
    for (int i = 0; i < RECORDS; i++)
      lists.record(list, i + 1, i % 3 == 0 ? "{\"town\": \"Homs\"}" : "{\"town\": \"Aleppo\"}");
    return list;
  }

  private static Answer bind(TestBrowser who, CampaignId campaign, ListId list, String filter) {
    return who.put(
        "/api/campaigns/" + campaign + "/lists/" + list,
        "{\"enabled\": true, \"position\": 1, \"ratio\": 1, \"filter\": "
            + filter
            + ", \"sort\": []}");
  }

  /// All begin together; their answers in the order of the wishes.
  @SafeVarargs
  private static <T> List<T> atOnce(Callable<T>... wishes) throws Exception {
    var begin = new CyclicBarrier(wishes.length);
    var tasks = new ArrayList<FutureTask<T>>();
    for (var wish : wishes) {
      var task =
          new FutureTask<>(
              () -> {
                begin.await();
                return wish.call();
              });
      tasks.add(task);
      Thread.startVirtualThread(task);
    }
    var answers = new ArrayList<T>();
    for (var task : tasks) answers.add(task.get(60, TimeUnit.SECONDS));
    return answers;
  }

  /// The records of a list that have a place in the campaign.
  private Set<Long> placed(CampaignId campaign, ListId list) {
    return ids(
        "select record from campaign_record where workspace = ? and campaign = ? and list = ?",
        campaign.value(),
        list.value());
  }

  private Set<Long> wanted(ListId list, String filter) {
    var town =
        filter.equals(ALL)
            ? ""
            : " and fields ->> 'town' " + (filter.equals(HOMS) ? "=" : "<>") + " 'Homs'";
    return ids(
        "select id from calling_record where workspace = ? and list = ?" + town, list.value());
  }

  private Set<Long> ids(String sql, Long... values) {
    var all = new ArrayList<Long>(List.of(workspaceId().value()));
    all.addAll(List.of(values));
    return Set.copyOf(
        TestDatabase.database()
            .in(workspaceId().value(), db -> db.sql(sql).params(all).query(Long.class).list()));
  }

  private String filterOf(CampaignId campaign, ListId list) {
    var bound = campaigns.lists(workspaceId(), campaign);
    assertThat(bound).hasSize(1);
    assertThat(bound.getFirst().list()).isEqualTo(list);
    assertThat(bound.getFirst().enabled()).isTrue();
    return switch (bound.getFirst().filter()) {
      case List<BoundList.Filter> all when all.isEmpty() -> ALL;
      case List<BoundList.Filter> some when some.getFirst().test() == BoundList.Test.IS -> HOMS;
      default -> OTHERS;
    };
  }

  /// Records of lists that are not bound, and of those that are gone.
  private void nothingIsLeftOver() {
    assertThat(
            ids(
                """
                select k.record from campaign_record k where k.workspace = ? and not exists (
                  select from campaign_list l join calling_record r on r.workspace = l.workspace and r.list = l.list
                  where l.workspace = k.workspace and l.campaign = k.campaign and l.list = k.list and r.id = k.record)\
                """))
        .isEmpty();
  }

  @Test
  @Requirement("S2-2")
  void ofTwoWhoBindTheSameListTheLaterCountsWhole() throws Exception {
    var campaign = campaign("Spring");
    var list = list("Customers");
    for (int i = 0; i < ROUNDS; i++) {
      var answers =
          atOnce(
              () -> bind(first, campaign, list, HOMS), () -> bind(second, campaign, list, OTHERS));
      assertThat(answers).allMatch(answer -> answer.status() == 200);
      assertThat(placed(campaign, list)).isEqualTo(wanted(list, filterOf(campaign, list)));
      nothingIsLeftOver();
    }
  }

  @Test
  void aListOfTwoCampaignsHasAllItsPlacesInBoth() throws Exception {
    var spring = campaign("Spring");
    var autumn = campaign("Autumn");
    var list = list("Customers");
    var answers =
        atOnce(() -> bind(first, spring, list, HOMS), () -> bind(second, autumn, list, ALL));
    assertThat(answers).allMatch(answer -> answer.status() == 200);
    assertThat(placed(spring, list)).isEqualTo(wanted(list, HOMS));
    assertThat(placed(autumn, list)).isEqualTo(wanted(list, ALL));
  }

  @Test
  void whatIsBoundWhileItIsTakenOutIsInWholeOrNotAtAll() throws Exception {
    var campaign = campaign("Spring");
    var list = list("Customers");
    for (int i = 0; i < ROUNDS; i++) {
      bind(first, campaign, list, HOMS).expect(200);
      var answers =
          atOnce(
              () -> bind(first, campaign, list, ALL),
              () -> second.delete("/api/campaigns/" + campaign + "/lists/" + list));
      assertThat(answers.get(0).status()).isIn(200, 404);
      assertThat(answers.get(1).status()).isEqualTo(204);
      if (campaigns.lists(workspaceId(), campaign).isEmpty())
        assertThat(placed(campaign, list)).isEmpty();
      else assertThat(placed(campaign, list)).isEqualTo(wanted(list, filterOf(campaign, list)));
      nothingIsLeftOver();
    }
  }

  @Test
  void aListThatIsRemovedWhileItIsBoundIsThereWithItsPlacesOrGoneWithThem() throws Exception {
    var campaign = campaign("Spring");
    for (int i = 0; i < ROUNDS; i++) {
      var list = list("Customers " + i);
      var answers =
          atOnce(() -> bind(first, campaign, list, ALL), () -> second.delete("/api/lists/" + list));
      var statuses = answers.stream().map(Answer::status).toList();
      assertThat(statuses).isIn(List.of(200, 409), List.of(404, 204));
      if (statuses.get(0) == 200) {
        assertThat(answers.get(1).problem()).isEqualTo("list-bound");
        assertThat(placed(campaign, list)).isEqualTo(wanted(list, ALL));
        second.delete("/api/campaigns/" + campaign + "/lists/" + list).expect(204);
      } else assertThat(placed(campaign, list)).isEmpty();
      nothingIsLeftOver();
    }
  }

  @Test
  void aCampaignThatIsRemovedWhileAListIsBoundLeavesNothing() throws Exception {
    var list = list("Customers");
    for (int i = 0; i < ROUNDS; i++) {
      var campaign = campaign("Spring " + i);
      var answers =
          atOnce(
              () -> bind(first, campaign, list, ALL),
              () -> second.delete("/api/campaigns/" + campaign));
      assertThat(answers.get(0).status()).isIn(200, 404);
      assertThat(answers.get(1).status()).isIn(204, 409);
      if (answers.get(1).status() == 204) assertThat(placed(campaign, list)).isEmpty();
      else assertThat(placed(campaign, list)).isEqualTo(wanted(list, ALL));
      nothingIsLeftOver();
    }
  }

  @Test
  void whatIsImportedWhileTheListIsBoundHasItsPlaceToo() throws Exception {
    var campaign = campaign("Spring");
    for (int i = 0; i < ROUNDS; i++) {
      var list = made("Imported " + i);
      var before = atOnce(() -> bind(first, campaign, list, ALL), () -> bring(second, list, "a"));
      before.get(0).expect(200);
      imported(before.get(1).expect(201));
      var after = atOnce(() -> bind(first, campaign, list, HOMS), () -> bring(second, list, "b"));
      after.get(0).expect(200);
      imported(after.get(1).expect(201));
      assertThat(wanted(list, ALL)).hasSize(2 * RECORDS);
      assertThat(placed(campaign, list)).isEqualTo(wanted(list, HOMS)).hasSize(2 * RECORDS / 3);
      nothingIsLeftOver();
      second.delete("/api/campaigns/" + campaign + "/lists/" + list).expect(204);
    }
  }

  /// The list is gone before the file is in it, or cannot go while a file is coming, or goes with
  /// what has come.
  @Test
  void aListThatIsRemovedDuringItsImportLeavesNothing() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      var list = made("Imported " + i);
      var answers =
          atOnce(() -> bring(first, list, "a"), () -> second.delete("/api/lists/" + list));
      assertThat(answers.get(0).status()).isIn(201, 404);
      assertThat(answers.get(1).status()).isIn(204, 409);
      if (answers.get(1).status() == 409) {
        assertThat(answers.get(1).problem()).isEqualTo("import-running");
        imported(answers.get(0).expect(201));
        assertThat(wanted(list, ALL)).hasSize(RECORDS);
      } else {
        if (answers.get(0).status() == 201)
          Await.until(() -> !state(answers.get(0)).equals("RUNNING"));
        assertThat(wanted(list, ALL)).isEmpty();
        nothingIsLeftOver();
      }
    }
  }

  private ListId made(String name) {
    var wish =
        """
        {"name": "%s", "region": "DE", "zone": "Europe/Berlin", "expiresDays": 0, "fields": {"all": [
          {"name": "Mobile", "type": "PHONE", "kind": "MOBILE", "required": false, "searchable": false, "key": true},
          {"name": "town", "type": "OTHER", "required": false, "searchable": true, "key": false}]}}\
        """
            .formatted(name);
    return new ListId(
        Long.parseLong(first.post("/api/lists", wish).expect(201).body().get("id").asString()));
  }

  /// A file of as many customers as a list has here; those of one `file` are not in another.
  private Answer bring(TestBrowser who, ListId list, String file) {
    var rows = new StringBuilder("Mobile,town\n");
    var beginning = "+49309018" + (file.equals("a") ? 20 : 21);
    for (int i = 0; i < RECORDS; i++)
      rows.append(beginning)
          .append("%02d".formatted(i))
          .append(i % 3 == 0 ? ",Homs\n" : ",Aleppo\n");
    return who.post(
        "/api/lists/" + list + "/imports?fileName=" + file + "&policy=ADD&columns=1,2",
        rows.toString());
  }

  private void imported(Answer begun) {
    Await.until(() -> !state(begun).equals("RUNNING"));
    assertThat(state(begun)).isEqualTo("DONE");
  }

  /// Empty when it is gone with its list.
  private String state(Answer begun) {
    var found = first.get("/api/imports/" + begun.body().get("id").asString());
    return found.status() == 404 ? "" : found.expect(200).body().at("/standing/state").asString();
  }
}
