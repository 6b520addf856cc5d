package org.hiwar.campaign.preview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.hiwar.campaign.list.CallingList;
import org.hiwar.campaign.list.DateOrder;
import org.hiwar.campaign.list.ImportPlan;
import org.hiwar.campaign.list.ImportPolicy;
import org.hiwar.campaign.list.ImportState;
import org.hiwar.campaign.list.Imports;
import org.hiwar.campaign.list.ListStore;
import org.hiwar.campaign.preview.PreviewScene.PreviewDesk;
import org.hiwar.testing.Await;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.workspace.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Files that nobody wants to get, brought into the list of a campaign while its agents work: they
/// get record after record, and every answer is taken.
@Tag("api")
class HostileFileBesideAgentsTest {
  private static final String NUMBER = "+493090182022";
  private static final int RECORDS = 240;
  private static final int EACH = 8;
  /// Less than there are for each: who has done so many still rings.
  private static final int MOST_EACH = 60;
  private static final int FIELD = 20_000_000;
  private static final int COLUMNS = 1_000_000;
  private static final int TIMES = 100_000;
  private static final Duration LOOKS_EVERY = Duration.ofMillis(200);

  private final ChatWorkspace shop = ChatWorkspace.fresh();
  private final PreviewScene scene = new PreviewScene(shop.workspace(), shop.voice(), "Renewals");

  @AfterEach
  void end() {
    scene.over();
  }

  private final Imports imports = RunningHiwar.bean(Imports.class);
  private volatile boolean brought;

  @Test
  void agentsGetRecordsAndAreAnsweredWhileHostileFilesAreBroughtIn() throws Exception {
    for (int i = 0; i < RECORDS; i++) scene.record("Customer " + i, NUMBER);
    scene.offer(Duration.ofSeconds(120));
    scene.start();
    var desks = new ArrayList<PreviewDesk>();
    for (var login : List.of("amal", "sam", "nora")) desks.add(scene.desk(shop.agent(login, "en")));
    var by = UserId.of(desks.getFirst().agent.id());
    var work = new ArrayList<FutureTask<Integer>>();
    for (var desk : desks) {
      var task = new FutureTask<>(() -> works(desk));
      work.add(task);
      Thread.ofVirtual().start(task);
    }
    try {
      assertThat(bring(by, "Mobile,First,Last\n" + NUMBER + ",\"" + "x".repeat(FIELD)))
          .isEqualTo(ImportState.FAILED);
      assertThat(bring(by, "Mobile,First,Last\n" + NUMBER + ",".repeat(COLUMNS)))
          .isEqualTo(ImportState.FAILED);
      assertThat(bring(by, "Mobile,First,Last\n" + (NUMBER + ",Layla,Haddad\n").repeat(TIMES)))
          .isEqualTo(ImportState.DONE);
    } finally {
      brought = true;
    }
    int done = 0;
    for (var task : work) done += task.get(120, TimeUnit.SECONDS);
    desks.forEach(PreviewDesk::close);
    assertThat(scene.events("COMPLETED")).isEqualTo(done);
    assertThat(done).isGreaterThanOrEqualTo(EACH * desks.size());
  }

  /// Until all files are in, and no less than so many; how many it were.
  private int works(PreviewDesk desk) {
    var completion = new HashMap<String, Object>();
    completion.put("disposition", null);
    completion.put("notes", "");
    int done = 0;
    while (done < MOST_EACH && (done < EACH || !brought)) {
      until(() -> state(desk).equals("OFFERED"));
      var offered = desk.preview();
      var id = offered.get("id").asString();
      assertThat(desk.send("accept", Map.of("offer", offered.get("offer").asInt())).status())
          .isEqualTo(204);
      until(() -> state(desk).equals("REVIEWING"));
      assertThat(desk.send("complete", completion).status()).isEqualTo(204);
      until(() -> !desk.preview().path("id").asString("").equals(id));
      done++;
    }
    return done;
  }

  private static String state(PreviewDesk desk) {
    return desk.preview().path("state").asString("");
  }

  /// Looks as often as an agent may ask, which is less than [Await] does.
  private static void until(Callable<Boolean> condition) {
    Awaitility.await().pollInterval(LOOKS_EVERY).until(condition);
  }

  private ImportState bring(UserId by, String file) throws IOException {
    CallingList list =
        RunningHiwar.bean(ListStore.class).find(scene.workspace, scene.list).orElseThrow();
    var plan =
        new ImportPlan(ImportPolicy.ADD, null, ',', true, DateOrder.DAY_FIRST, List.of(1, 2, 3));
    var begun =
        imports.begin(
            scene.workspace,
            by,
            list,
            plan,
            "hostile.csv",
            new ByteArrayInputStream(file.getBytes(UTF_8)));
    Await.until(
        () ->
            imports.find(scene.workspace, begun.id()).orElseThrow().state() != ImportState.RUNNING);
    return imports.find(scene.workspace, begun.id()).orElseThrow().state();
  }
}
