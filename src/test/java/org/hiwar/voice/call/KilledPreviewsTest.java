package org.hiwar.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.hiwar.Requirement;
import org.hiwar.voice.call.RecordAgent.Mood;
import org.hiwar.voice.call.RecordPromises.Kind;
import org.hiwar.voice.call.RecordsKept.Kept;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A dozen agents work off the records of a campaign through HTTP, WebSockets and telephones, while
/// the server and its database are killed at moments that a seed gives. No record is ever at two
/// agents, whoever reviewed a record has it still, what was answered is kept once, and everything
/// goes on by itself.
///
/// More and longer: `-Dkill.rounds=20`; a run again: `-Dkill.seed=…`, which each run prints.
@Tag("kill")
class KilledPreviewsTest {
  private static final Path FOLDER = Path.of("target", "kill-previews-test");
  private static final int CUSTOMER = 1_013;
  private static final int AGENTS = 12;
  private static final int RECORDS = 300;
  private static final int ROUNDS = Integer.getInteger("kill.rounds", 3);
  private static final long SEED = Long.getLong("kill.seed", System.nanoTime());
  private static final Duration RECOVERED = Duration.ofSeconds(120);
  private static final int LEAST_MS = 700;
  private static final int MOST_MS = 2_500;

  /// What befalls them, in the order of the rounds.
  private enum Fault {
    SERVER_KILLED,
    DATABASE_KILLED,
    DATABASE_STOPPED,
    BOTH_KILLED
  }

  private final Random chance = new Random(SEED);
  private final RecordPromises promises = new RecordPromises();
  private final List<RecordAgent> agents = new ArrayList<>();
  private final Set<String> contradictions = new HashSet<>();
  private final List<String> report = new ArrayList<>();
  private KilledCentre centre;
  private KilledCampaign campaign;
  private RecordsKept kept;
  private CalledCustomers customers;
  private Thread witness;
  private volatile boolean over;

  @BeforeEach
  void start() throws IOException {
    report.add("seed " + SEED);
    System.out.println("KilledPreviewsTest: -Dkill.seed=" + SEED);
    centre = new KilledCentre(FOLDER, CUSTOMER);
    campaign = new KilledCampaign(centre, RECORDS, AGENTS);
    kept = new RecordsKept(centre, campaign);
    customers = new CalledCustomers(centre.telephone());
    campaign.start();
    for (int i = 0; i < AGENTS; i++)
      agents.add(new RecordAgent(campaign.agent(i), promises, SEED + i));
    witness = Thread.ofVirtual().name("witness").start(this::witness);
  }

  @AfterEach
  void stop() throws Exception {
    over = true;
    witness.join();
    for (var agent : agents) agent.close();
    customers.close();
    centre.close();
    report.add(promises.summary());
    Files.write(FOLDER.resolve("report.txt"), report);
    Files.writeString(FOLDER.resolve("said.txt"), centre.said());
  }

  /// Rows of previews and of the floor say the same at every moment.
  private void witness() {
    while (!over) {
      try {
        var found = kept.contradictions();
        synchronized (contradictions) {
          contradictions.addAll(found);
        }
        Thread.sleep(50);
      } catch (InterruptedException _) {
        return;
      } catch (RuntimeException _) {
        // the database is away
      }
    }
  }

  @Test
  @Requirement({"S2-107"})
  void noRecordIsAtTwoAgentsAndNoneIsLostWhateverIsKilled() throws Exception {
    everybodyGoesOn("the beginning");
    for (int round = 0; round < ROUNDS; round++) {
      Thread.sleep(LEAST_MS + chance.nextInt(MOST_MS - LEAST_MS));
      var fault = Fault.values()[round % Fault.values().length];
      befalls(fault);
      everybodyGoesOn(fault.toString());
    }
    everythingEnds();
    assertThat(promises.judge(kept.previews(), AGENTS * ROUNDS)).isEmpty();
    theReportSaysTheSame();
    recordsComeBack();
    synchronized (contradictions) {
      assertThat(contradictions).isEmpty();
    }
  }

  private void befalls(Fault fault) throws Exception {
    report.add(fault + " after " + promises.kept() + " promises: " + states());
    switch (fault) {
      case SERVER_KILLED -> {
        centre.installation().killServer();
        everybodyHasWhatHeHad();
      }
      case DATABASE_KILLED -> {
        centre.installation().killDatabase();
        reconnect();
      }
      case BOTH_KILLED -> {
        centre.installation().killBoth();
        agents.forEach(agent -> agent.turns(Mood.WATCHES));
        centre.startAgain();
        agents.forEach(agent -> agent.turns(Mood.WORKS));
      }
      case DATABASE_STOPPED -> {
        int before = promises.away();
        var stopped = centre.installation().stopDatabase();
        // whoever decides something is told that it cannot be done now
        await(() -> promises.away() > before);
        centre.installation().continueDatabase(stopped);
      }
    }
  }

  private Map<String, Integer> states() {
    var states = new HashMap<String, Integer>();
    for (var row : kept.previews().values())
      states.merge(row.state().equals("ENDED") ? row.outcome() : row.state(), 1, Integer::sum);
    return states;
  }

  /// Nobody decides anything before everybody has been seen to have what they had: what an agent
  /// has accepted and nothing more, and what is in their hands by the rows.
  private void everybodyHasWhatHeHad() throws IOException {
    agents.forEach(agent -> agent.turns(Mood.WATCHES));
    var accepted = promises.held();
    centre.startAgain();
    var rows = kept.previews();
    for (var wish : accepted) {
      var row = Objects.requireNonNull(rows.get(wish.preview()), wish.toString());
      if (row.times("LOST") > 0) continue;
      assertThat(row.state()).as(wish.toString()).isEqualTo("REVIEWING");
      assertThat(row.agent()).as(wish.toString()).isEqualTo(wish.agent());
    }
    rows.forEach(
        (id, row) -> {
          switch (row.state()) {
            case "REVIEWING" -> shows(id, row, Set.of("REVIEWING"));
            // a call that had not begun is taken back, one that had is over
            case "DIALING", "TALKING", "DECIDING" ->
                shows(id, row, Set.of("REVIEWING", "DECIDING"));
            default -> {}
          }
        });
    noRecordIsTwice();
    report.add(accepted.size() + " reviews went on, " + states());
    agents.forEach(agent -> agent.turns(Mood.WORKS));
  }

  /// Or it has ended meanwhile: an agent who was away for too long, a wrap-up whose time was over.
  private void shows(String preview, Kept row, Set<String> states) {
    var holder = agents.stream().filter(a -> a.id().equals(row.agent())).findFirst().orElseThrow();
    await(
        () ->
            holder
                    .desk()
                    .filter(
                        desk ->
                            desk.at("/previews/0/id").asString("").equals(preview)
                                && states.contains(desk.at("/previews/0/state").asString("")))
                    .isPresent()
                || isElsewhere(preview, row));
  }

  private boolean isElsewhere(String preview, Kept before) {
    var now = Objects.requireNonNull(kept.previews().get(preview));
    return now.state().equals("ENDED") || now.times("LOST") > before.times("LOST");
  }

  /// As the desks show it. The rows are read after them: what is shown by then is there.
  private void noRecordIsTwice() {
    var holders = new HashMap<String, String>();
    for (var agent : agents)
      for (var preview : agent.desk().orElseThrow().get("previews")) {
        var id = preview.get("id").asString();
        assertThat(holders.put(id, agent.id())).as("who else has " + id).isNull();
      }
    var rows = kept.previews();
    var seen = new HashMap<String, String>();
    holders.forEach(
        (id, agent) -> {
          var other = seen.put(Objects.requireNonNull(rows.get(id), id).record(), agent);
          assertThat(other).as("who else has the record of " + id).isNull();
        });
  }

  private void reconnect() {
    Awaitility.await()
        .atMost(RECOVERED)
        .ignoreExceptions()
        .until(
            () -> {
              centre.reconnect();
              return kept.count(
                      "select count(*) from preview where workspace = :workspace and campaign ="
                          + " :campaign")
                  > 0;
            });
  }

  /// Every agent comes to the end of one more record.
  private void everybodyGoesOn(String after) {
    long from = System.nanoTime();
    var before = agents.stream().map(agent -> agent.done.get()).toList();
    await(
        () ->
            IntStream.range(0, AGENTS)
                .allMatch(i -> agents.get(i).done.get() >= before.get(i) + 1));
    report.add(after + ": everybody goes on after " + Duration.ofNanos(System.nanoTime() - from));
  }

  private void everythingEnds() {
    campaign.stop();
    agents.forEach(agent -> agent.turns(Mood.FINISHES));
    await(() -> agents.stream().allMatch(RecordAgent::isIdle));
    var of = " where workspace = :workspace and campaign = :campaign";
    await(
        () ->
            kept.count(
                    "select count(*) from preview" + of + " and (state <> 'ENDED' or not settled)")
                == 0);
    assertThat(kept.count("select count(*) from campaign_record" + of)).isEqualTo(RECORDS);
    assertThat(kept.count("select count(*) from campaign_record" + of + " and status = 'HANDED'"))
        .isZero();
    assertThat(
            kept.count(
                "select count(*) from floor_work where workspace = :workspace and medium ="
                    + " 'PREVIEW' and :campaign > 0"))
        .isZero();
  }

  private void theReportSaysTheSame() {
    var lines = campaign.report();
    for (var agent : agents) {
      var line =
          lines
              .valueStream()
              .filter(one -> one.path("key").asString("").equals(agent.id()))
              .findFirst()
              .orElseThrow();
      assertThat(line.get("skipped").asInt())
          .isBetween(promises.kept(Kind.SKIP, agent.id()), promises.asked(Kind.SKIP, agent.id()));
      assertThat(line.get("completed").asInt())
          .isBetween(
              promises.kept(Kind.COMPLETE, agent.id()), promises.asked(Kind.COMPLETE, agent.id()));
    }
  }

  /// What was skipped or given back is handed out again.
  private void recordsComeBack() {
    var left =
        kept.count(
            "select count(*) from campaign_record where workspace = :workspace and campaign ="
                + " :campaign and status in ('AVAILABLE', 'WAITING') and coalesce(not_before,"
                + " now()) < now() + interval '2 seconds'");
    assertThat(left).isGreaterThan(AGENTS);
    agents.forEach(agent -> agent.turns(Mood.WATCHES));
    campaign.start();
    await(
        () ->
            agents.stream()
                .anyMatch(a -> !a.desk().map(d -> d.get("previews").isEmpty()).orElse(true)));
    noRecordIsTwice();
    agents.forEach(agent -> agent.turns(Mood.FINISHES));
    everybodyGoesOn("the second start");
  }

  private static void await(Callable<Boolean> condition) {
    Awaitility.await().atMost(RECOVERED).pollInterval(Duration.ofMillis(50)).until(condition);
  }
}
