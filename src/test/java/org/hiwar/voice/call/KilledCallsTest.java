package org.hiwar.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hiwar.Requirement;
import org.hiwar.testing.Await;
import org.hiwar.voice.media.Tone;
import org.hiwar.voice.media.record.OpusReader;
import org.hiwar.voice.media.record.Wav;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Hiwar is killed (SIGKILL) in the middle of fifty calls: two with agents and recorded, some sent
/// on to numbers, the others waiting. The next process leaves none of them without an end.
@Tag("kill")
class KilledCallsTest {
  private static final Path FOLDER = Path.of("target", "kill-calls-test");
  private static final int CALLS = 50;
  private static final int FORWARDED = 6;
  private static final int CUSTOMER = 1_013;
  private static final int AMAL = 1_710;
  private static final int SAM = 640;
  /// Of recorded talk before the end.
  private static final long TALK_MS = 6_000;
  /// What of a recording may be lost.
  private static final Duration LOST = Duration.ofSeconds(2);

  private final KilledCentre centre = new KilledCentre(FOLDER, CUSTOMER);
  private final List<Telephone.Talk> talks = new ArrayList<>();

  KilledCallsTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    talks.forEach(Telephone.Talk::close);
    centre.close();
    Files.writeString(FOLDER.resolve("said.txt"), centre.said());
  }

  @Test
  @Requirement("S0-33")
  void everyCallHasAnEndEveryRecordingItsSoundAndNobodyIsStuck() throws Exception {
    for (int i = 0; i < CALLS; i++) talks.add(centre.telephone().calls(caller(i)));
    Instant killed;
    try (var amal = centre.agent("amal", AMAL).ready();
        var sam = centre.agent("sam", SAM)) {
      for (int i = 0; i < FORWARDED; i++) forward(amal);
      var first = amal.accepts();
      // Not before: what was offered meanwhile would not be taken in time.
      var second = sam.ready().accepts();
      Await.until(() -> amal.browser.hears(CUSTOMER));
      Await.until(() -> sam.browser.hears(CUSTOMER));
      amal.shows(first, "recording", "ON");
      sam.shows(second, "recording", "ON");
      Thread.sleep(TALK_MS);
      assertThat(centre.count("select count(*) from call where workspace = ? and ended is null"))
          .as("calls that go on")
          .isEqualTo(CALLS);
      killed = Instant.now();
      centre.kill();
    }
    talks.forEach(Telephone.Talk::close);
    talks.clear();
    centre.startAgain();
    everyCallHasItsEnd();
    everyRecordingHasItsSound(killed);
    nobodyIsStuckAndTheLostAreCalledBack();
  }

  private static String caller(int call) {
    return "+4917012341" + (call < 10 ? "0" : "") + call;
  }

  /// An agent takes the call that waits longest, and sends it on.
  private void forward(DeskPhone agent) throws InterruptedException {
    var id = agent.accepts();
    Await.until(() -> agent.browser.hears(CUSTOMER));
    agent.post(id, "transfer", Map.of("number", "+493090182033")).ok();
    talks.add(centre.telephone().called().answer());
    complete(agent, id);
  }

  private static void complete(DeskPhone agent, String call) {
    Await.until(() -> state(agent, call).equals("WRAP_UP"));
    var shown =
        agent
            .agent
            .snapshot()
            .get("conversations")
            .valueStream()
            .filter(c -> c.get("interactions").valueStream().anyMatch(i -> has(i, call)))
            .findFirst()
            .orElseThrow();
    var resolved = agent.interaction(call).orElseThrow().at("/dispositions/0/id").asString();
    agent
        .agent
        .complete(shown.get("id").asString(), shown.get("lastSeq").asLong(), resolved, "")
        .ok();
    Await.until(() -> agent.interaction(call).isEmpty());
  }

  private static boolean has(JsonNode interaction, String id) {
    return interaction.get("id").asString().equals(id);
  }

  private static String state(DeskPhone agent, String call) {
    return agent.interaction(call).map(i -> i.get("state").asString()).orElse("");
  }

  private void everyCallHasItsEnd() {
    Await.until(
        () -> centre.count("select count(*) from call where workspace = ? and ended is null") == 0);
    assertThat(
            centre.count(
                "select count(*) from call where workspace = ? and ended is not null and ended_by ="
                    + " 'SYSTEM' and cause = 'DROPPED' and result = 'DROPPED'"))
        .isEqualTo(CALLS);
    Await.until(
        () ->
            centre.count(
                    "select count(*) from interaction where workspace = ? and medium = 'VOICE' and"
                        + " live_until is null")
                == 0);
  }

  private record Kept(Path file, Instant began, Duration length) {}

  private void everyRecordingHasItsSound(Instant killed) {
    Await.until(
        () ->
            centre.count("select count(*) from recording where workspace = ? and length_ms is null")
                == 0);
    var kept =
        centre
            .database()
            .in(
                centre.workspace().value(),
                db ->
                    db.sql(
                            "select file, began, length_ms, failed from recording where workspace ="
                                + " ? order by began")
                        .param(centre.workspace().value())
                        .query(
                            (row, _) -> {
                              assertThat(row.getBoolean("failed")).isFalse();
                              return new Kept(
                                  centre.recordings().resolve(row.getString("file") + ".opus"),
                                  row.getTimestamp("began").toInstant(),
                                  Duration.ofMillis(row.getLong("length_ms")));
                            })
                        .list());
    assertThat(kept).hasSize(FORWARDED + 2);
    for (var recording : kept) {
      Await.until(() -> Files.exists(recording.file()));
      var sound = read(recording.file());
      assertThat(sound.seconds())
          .isBetween(seconds(recording.length()) - 0.1, seconds(recording.length()) + 0.1);
    }
    for (var cut : kept.subList(FORWARDED, FORWARDED + 2)) theEndIsThere(cut, killed);
  }

  /// Both voices up to two seconds before the end. Where the machine stood still a half second may
  /// have a jump, in which no tone is found.
  private static void theEndIsThere(Kept cut, Instant killed) {
    var there = Duration.between(cut.began(), killed).minus(LOST);
    assertThat(cut.length()).isGreaterThanOrEqualTo(there);
    var sound = read(cut.file());
    double end = sound.seconds();
    var halves = IntStream.range(1, 5).mapToDouble(half -> end - 0.5 * half).boxed().toList();
    assertThat(halves)
        .as("the customer in one of the last half seconds")
        .anyMatch(from -> Tone.amplitude(sound.right(from, from + 0.5), CUSTOMER) > 3_000);
    assertThat(halves)
        .as("the agent in one of them")
        .anyMatch(from -> isOfAnAgent(sound.left(from, from + 0.5)));
  }

  private static boolean isOfAnAgent(short[] heard) {
    return Math.max(Tone.amplitude(heard, AMAL), Tone.amplitude(heard, SAM)) > 1_000;
  }

  private static double seconds(Duration length) {
    return length.toMillis() / 1_000.0;
  }

  private static Wav read(Path file) {
    try {
      return OpusReader.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void nobodyIsStuckAndTheLostAreCalledBack() throws Exception {
    try (var amal = centre.agent("amal", AMAL);
        var sam = centre.agent("sam", SAM)) {
      for (var agent : List.of(amal, sam)) {
        agent.connect();
        for (var call : wrappedUp(agent)) complete(agent, call);
        Await.until(() -> status(agent).equals("IDLE"));
      }
      callsBack(amal);
      sam.agent.ready().ok();
      try (var next = centre.telephone().calls("+491701234999")) {
        var id = sam.accepts();
        Await.until(() -> next.customer.hears(SAM));
        sam.agent.end(id).ok();
        next.ended();
      }
    }
  }

  private static List<String> wrappedUp(DeskPhone agent) {
    return agent
        .agent
        .snapshot()
        .get("conversations")
        .valueStream()
        .flatMap(c -> c.get("interactions").valueStream())
        .filter(i -> !i.get("state").asString().equals("ENDED"))
        .map(i -> i.get("id").asString())
        .toList();
  }

  private static String status(DeskPhone agent) {
    return agent.agent.snapshot().at("/presence/workStatus").asString();
  }

  /// The last caller waited; the contact says that the call was lost, and has the number.
  private void callsBack(DeskPhone agent) throws InterruptedException {
    var lost = caller(CALLS - 1);
    var found = agent.agent.get("/api/contacts?query=" + lost.substring(1)).ok().body();
    assertThat(found.get("items")).hasSize(1);
    var contact = found.at("/items/0/id").asString();
    var activity = KilledCentre.newestActivity(agent.agent, contact);
    assertThat(activity.get("medium").asString()).isEqualTo("VOICE");
    assertThat(activity.get("direction").asString()).isEqualTo("INBOUND");
    assertThat(activity.get("outcome").asString()).as("missed").isEqualTo("ABANDONED");
    assertThat(activity.get("result").asString()).isEqualTo("DROPPED");
    assertThat(activity.get("party").asString()).isEqualTo(lost);
    var begun =
        agent
            .agent
            .send(
                "POST",
                "/api/calls",
                Map.of("number", lost, "service", centre.service(), "contact", contact))
            .ok()
            .body();
    try (var called = centre.telephone().called()) {
      assertThat(called.number()).isEqualTo(lost);
      called.answer();
      Await.until(() -> called.customer.hears(AMAL));
      agent.agent.end(begun.get("interaction").asString()).ok();
      called.ended();
    }
  }
}
