package org.hiwar.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.hiwar.Requirement;
import org.hiwar.testing.VisitorClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/// Customers and agents chat through HTTP and WebSockets with a Hiwar that has a database of its
/// own, while one fault after the other hits it. Agents note things for each other and give chats
/// away; somebody is deleted, what is old goes, and a file of contacts comes in. Then everything
/// drains, and what is kept is held against what was promised: every acknowledged message once and
/// in order on both sides, nothing that was refused, every chat given away once, every conversation
/// with one owner, nobody stuck, nothing left of whom was deleted, and every contact of the file
/// once.
///
/// A database that stops for longer: `-Dkill.stopped=30`, in seconds.
@Tag("kill")
class KillTest {
  /// What a run leaves behind: its data, what the servers said, and what was measured. The next one
  /// deletes it.
  private static final Path FOLDER = Path.of("target", "kill-test").toAbsolutePath();
  private static final int CUSTOMERS = 6;
  /// Within which a desktop is no longer in sync (2 s), and as much again and more for a busy
  /// machine to let us hear of it.
  private static final Duration NOTICED = Duration.ofSeconds(5);
  private static final Duration RECOVERED = Duration.ofSeconds(120);
  /// Of undisturbed talk before each fault.
  private static final long TALK_MS = 3_000;
  /// Longer than any customer waits for an answer.
  private static final long STOPPED_MS = 1_000L * Integer.getInteger("kill.stopped", 15);
  private static final long FULL_MS = 6_000;

  private final History history = new History();
  private final List<TalkingCustomer> customers = new ArrayList<>();
  private final List<WorkingAgent> agents = new ArrayList<>();
  private final List<String> report = new ArrayList<>();
  private final long begun = System.nanoTime();
  private Installation hiwar;
  private KilledRemoval removal;
  private KilledImport brought;
  /// Of what is too old, while the server starts that finds it.
  private @Nullable Future<Rows.Held> old;

  @BeforeEach
  void start() throws IOException {
    FileSystemUtils.deleteRecursively(FOLDER);
    hiwar = new Installation(Files.createDirectories(FOLDER).resolve("data"));
    hiwar.start();
    removal = new KilledRemoval(hiwar);
    brought = new KilledImport(hiwar);
    for (var login : List.of("amal", "sam"))
      agents.add(new WorkingAgent(login, hiwar.address(), history));
    for (int i = 1; i <= CUSTOMERS; i++)
      customers.add(
          new TalkingCustomer("c" + i, hiwar.address(), i % 2 == 0 ? "web-ar" : "web", history));
  }

  @AfterEach
  void stop() throws InterruptedException, IOException {
    for (var customer : customers) customer.close();
    for (var agent : agents) agent.close();
    hiwar.close();
    Files.write(FOLDER.resolve("report.txt"), report);
    Files.writeString(FOLDER.resolve("said.txt"), hiwar.said());
  }

  @Test
  @Requirement({"S0-27", "S0-34", "S0-40", "S0-61"})
  void nothingIsLostWhateverIsKilled() throws Exception {
    everybodyIsServed(System.nanoTime(), "the beginning");
    theServerIsKilled();
    theDatabaseIsKilled();
    bothAreKilled();
    theDatabaseStopsForAWhile();
    nothingCanBeWritten();
    everythingIsAnswered();
    everyConversationHasOneOwner();
    everythingIsCompleted();
    report("everything is completed");
    assertThat(history.judge(kept())).isEmpty();
    everyChatIsGivenAwayOnce();
    removal.judge();
    assertThat(history.refused()).as("messages that were answered *not stored*").isPositive();
    nobodyIsStuck();
    brought.comesAgain();
    report("the file has come again");
    report(
        "%d messages acknowledged (%d of them notes), %d chats given away, %d refused for good, %d repeated by customers, %d answers of agents not stored at first, %d lines and %d windows opened, %d chats completed"
            .formatted(
                history.acknowledged(),
                history.notes(),
                history.givenAway().size(),
                history.refused(),
                customers.stream().mapToInt(c -> c.repeated.get()).sum(),
                agents.stream().mapToInt(a -> a.notStored.get()).sum(),
                customers.stream().mapToInt(c -> c.reconnected.get()).sum(),
                agents.stream().mapToInt(a -> a.opened.get()).sum(),
                agents.stream().mapToInt(a -> a.completed.get()).sum()));
  }

  private void theServerIsKilled() throws Exception {
    removal.prepare();
    report("who is to be deleted has a history");
    try (var guest = new VisitingAgent("rana", hiwar.address(), history, quietCustomer())) {
      guest.comes(agents);
      afterSomeTalk();
      long fault;
      try (var _ = brought.begin();
          var _ = removal.begin()) {
        fault = System.nanoTime();
        hiwar.killServer();
      }
      report("the server is killed");
      everyDeskNotices(fault, "server killed");
      await(RECOVERED, () -> !hiwar.hasDatabase());
      old = CompletableFuture.supplyAsync(removal::holdOld);
      hiwar.start();
      guest.returns();
      report("server killed: %d contacts had come in".formatted(brought.isInterrupted()));
      everybodyIsServed(fault, "server killed");
      guest.goesOn();
    }
  }

  /// One more than those who talk all the time: the chat lasts, since it is not ended before much
  /// was said.
  private TalkingCustomer quietCustomer() {
    var quiet = new TalkingCustomer("c" + (CUSTOMERS + 1), hiwar.address(), "web", history);
    customers.add(quiet);
    await(RECOVERED, () -> history.acknowledgedOf(quiet.name()) > 0);
    quiet.hush();
    await(RECOVERED, quiet::isQuiet);
    return quiet;
  }

  /// While what is old goes; that and who is deleted are gone without another start.
  private void theDatabaseIsKilled() throws Exception {
    afterSomeTalk();
    removal.someOldIsGone();
    long fault = System.nanoTime();
    try (var _ = Objects.requireNonNull(old).get()) {
      hiwar.killDatabase();
    }
    everyDeskNotices(fault, "database killed");
    everybodyIsServed(fault, "database killed");
    await(RECOVERED, removal::isDone);
    report("database killed: all is gone after " + Duration.ofNanos(System.nanoTime() - fault));
  }

  private void bothAreKilled() throws Exception {
    long fault = afterSomeTalk();
    hiwar.killBoth();
    everyDeskNotices(fault, "both killed");
    hiwar.start();
    everybodyIsServed(fault, "both killed");
  }

  private void theDatabaseStopsForAWhile() throws Exception {
    afterSomeTalk();
    var stopped = hiwar.stopDatabase();
    long fault = System.nanoTime();
    everyDeskNotices(fault, "database stopped");
    Thread.sleep(STOPPED_MS - Duration.ofNanos(System.nanoTime() - fault).toMillis());
    assertThat(agents).noneMatch(WorkingAgent::isInSync);
    long over = System.nanoTime();
    hiwar.continueDatabase(stopped);
    everybodyIsServed(over, "database stopped");
  }

  /// Stands for a disk that is full, tables and write-ahead log alike: PostgreSQL can append to
  /// neither, goes down as it does then, and does not come back before there is room again. A
  /// database that Hiwar starts meanwhile meets the same disk.
  private void nothingCanBeWritten() throws Exception {
    afterSomeTalk();
    hiwar.fillDisk();
    long fault = System.nanoTime();
    everyDeskNotices(fault, "disk full");
    long over = fault + Duration.ofMillis(FULL_MS).toNanos();
    while (System.nanoTime() < over) {
      fillDiskAgain();
      Thread.sleep(100);
    }
    Awaitility.await()
        .ignoreExceptions()
        .atMost(RECOVERED)
        .until(
            () -> {
              hiwar.emptyDisk();
              return true;
            });
    everybodyIsServed(over, "disk full");
  }

  private void fillDiskAgain() throws InterruptedException {
    try {
      hiwar.fillDisk();
    } catch (IOException _) {
      // the database is down in this moment
    }
  }

  private static long afterSomeTalk() throws InterruptedException {
    Thread.sleep(TALK_MS);
    return System.nanoTime();
  }

  private void everyDeskNotices(long fault, String what) {
    await(
        NOTICED.plusSeconds(1), () -> agents.stream().allMatch(a -> a.noticed(fault).isPresent()));
    var times = agents.stream().map(a -> a.noticed(fault)).flatMap(Optional::stream).toList();
    report(what + ": noticed after " + times);
    assertThat(times).as(what).allMatch(time -> time.compareTo(NOTICED) <= 0);
  }

  /// Every desk is in sync again, and every customer has written and been heard since.
  private void everybodyIsServed(long over, String what) {
    var before = customers.stream().map(c -> history.acknowledgedOf(c.name())).toList();
    await(
        RECOVERED,
        () ->
            agents.stream().allMatch(WorkingAgent::isInSync)
                && IntStream.range(0, CUSTOMERS)
                    .allMatch(
                        i -> history.acknowledgedOf(customers.get(i).name()) > before.get(i)));
    report(what + ": all is well after " + Duration.ofNanos(System.nanoTime() - over));
  }

  private void everythingIsAnswered() {
    customers.forEach(TalkingCustomer::hush);
    await(RECOVERED, () -> customers.stream().allMatch(TalkingCustomer::isQuiet));
    await(RECOVERED, () -> agents.stream().allMatch(WorkingAgent::hasAnswered));
  }

  /// Waited for, until the snapshots of both are of the same time.
  private void everyConversationHasOneOwner() {
    Awaitility.await().atMost(RECOVERED).untilAsserted(this::assertOwners);
  }

  private void assertOwners() {
    for (var customer : customers) {
      var conversation = Objects.requireNonNull(customer.conversation(), customer.name());
      long owners = agents.stream().filter(a -> shows(a, conversation)).count();
      switch (customer.state()) {
        case "ACTIVE" -> assertThat(owners).as(customer.name()).isEqualTo(1);
        case "WAITING" -> assertThat(owners).as(customer.name()).isLessThanOrEqualTo(1);
        default -> assertThat(owners).as(customer.name()).isZero();
      }
    }
  }

  private static boolean shows(WorkingAgent agent, String conversation) {
    return agent
        .client()
        .snapshot()
        .get("conversations")
        .valueStream()
        .anyMatch(shown -> shown.get("id").asString().equals(conversation));
  }

  private void everyChatIsGivenAwayOnce() {
    var given = removal.givenAway();
    assertThat(given.values()).containsOnly(1L);
    assertThat(given.keySet()).containsAll(history.givenAway());
    assertThat(history.givenAway()).as("chats given away").isNotEmpty();
  }

  private void everythingIsCompleted() {
    agents.forEach(WorkingAgent::endAll);
    await(
        RECOVERED,
        () ->
            agents.stream().allMatch(WorkingAgent::isReady)
                && customers.stream().noneMatch(c -> c.state().equals("WAITING")));
  }

  /// The messages of all activities of all contacts that the agents met.
  private Map<String, SortedMap<Long, String>> kept() {
    var kept = new HashMap<String, SortedMap<Long, String>>();
    var client = agents.getFirst().client();
    assertThat(history.contacts()).hasSize(customers.size());
    for (var contact : history.contacts())
      for (var activity : activities(contact)) {
        var id = activity.get("id").asString();
        var lines =
            kept.computeIfAbsent(activity.get("conversation").asString(), _ -> new TreeMap<>());
        for (var message : client.get("/api/activities/" + id).ok().body().get("messages"))
          lines.put(message.get("seq").asLong(), message.get("text").asString());
      }
    return kept;
  }

  private List<JsonNode> activities(String contact) {
    var all = new ArrayList<JsonNode>();
    var path = "/api/contacts/" + contact + "/activities";
    for (var at = Optional.of(path); at.isPresent(); ) {
      var page = agents.getFirst().client().get(at.get()).ok().body();
      page.get("items").forEach(all::add);
      at = page.get("next").asStringOpt().map(next -> path + "?cursor=" + next);
    }
    return all;
  }

  private void nobodyIsStuck() {
    var late = new VisitorClient(hiwar.address(), "demo", "web");
    long since = System.nanoTime();
    late.connect();
    late.say("late-1");
    await(RECOVERED, () -> late.state().equals("ACTIVE"));
    report("a new chat is accepted after " + Duration.ofNanos(System.nanoTime() - since));
    late.close();
  }

  private void report(String what) {
    report.add(Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s: " + what);
  }

  private static void await(Duration atMost, Callable<Boolean> condition) {
    Awaitility.await().atMost(atMost).pollInterval(Duration.ofMillis(20)).until(condition);
  }
}
