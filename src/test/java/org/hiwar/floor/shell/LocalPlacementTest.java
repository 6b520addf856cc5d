package org.hiwar.floor.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.hiwar.floor.CommitParts;
import org.hiwar.floor.FloorListener;
import org.hiwar.floor.Floors;
import org.hiwar.floor.Guard;
import org.hiwar.floor.OpenWork;
import org.hiwar.floor.Reply;
import org.hiwar.floor.core.Answer;
import org.hiwar.floor.core.Command;
import org.hiwar.floor.core.Command.Accept;
import org.hiwar.floor.core.Command.Arrive;
import org.hiwar.floor.core.Command.GoReady;
import org.hiwar.floor.core.Command.LogIn;
import org.hiwar.floor.core.Command.SessionOpened;
import org.hiwar.floor.core.Event;
import org.hiwar.floor.core.Event.WorkOffered;
import org.hiwar.floor.core.Plan;
import org.hiwar.floor.core.Service;
import org.hiwar.floor.core.Skill;
import org.hiwar.floor.core.Work;
import org.hiwar.floor.core.WorkId;
import org.hiwar.floor.core.WorkStatus;
import org.hiwar.floor.store.TestStores;
import org.hiwar.testing.Await;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.SkillId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalPlacementTest {
  private static final UserId AMAL = new UserId(11);
  private static final ServiceId ORDERS = new ServiceId(5);
  private static final Plan PLAN =
      new Plan(
          List.of(Service.usual(ORDERS, Medium.CHAT)),
          Map.of(AMAL, List.of(new Skill(new SkillId(5), 50))));

  private final WorkspaceId workspace = TestDatabase.freshWorkspace();
  private final List<Work> open = new CopyOnWriteArrayList<>();
  private final OpenWork openWork = _ -> List.copyOf(open);
  private final LocalPlacement placement =
      new LocalPlacement(
          new LocalPlacement.Surroundings(
              TestStores.connections(), _ -> PLAN, CommitParts.NONE, Guard.NONE, openWork));
  private final Floors floors = new Floors(placement, _ -> PLAN);
  private final List<Event> heard = new CopyOnWriteArrayList<>();
  private final List<String> restored = new CopyOnWriteArrayList<>();

  LocalPlacementTest() {
    floors.listen(
        new FloorListener() {
          @Override
          public void committed(WorkspaceId of, long batch, List<Event> events) {
            heard.addAll(events);
          }

          @Override
          public void restored(WorkspaceId of) {
            restored.add(of.toString());
          }
        });
  }

  @AfterEach
  void close() {
    placement.close();
  }

  private static Work chat(long id) {
    return Work.plain(
        new WorkId(id), ORDERS, Medium.CHAT, Instant.now().truncatedTo(ChronoUnit.MICROS));
  }

  private Reply ask(Command command) throws Exception {
    return ask(command, "");
  }

  private Reply ask(Command command, String key) throws Exception {
    return floors.submit(workspace, command, key).get(10, TimeUnit.SECONDS);
  }

  /// As often as it is not known whether it was done: the machine may stand still for longer than a
  /// floor waits for its database.
  private void amalIsReady() {
    for (var command : List.of(new SessionOpened(AMAL), new LogIn(AMAL), new GoReady(AMAL)))
      Await.until(
          () -> ask(command, command.getClass().getName()).equals(new Reply.Answered(Answer.DONE)));
  }

  @Test
  void aChatIsOfferedAcceptedAndSeenAtTheAgent() throws Exception {
    amalIsReady();
    ask(new Arrive(chat(1)));
    var offer =
        heard.stream()
            .filter(WorkOffered.class::isInstance)
            .map(WorkOffered.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(floors.agent(workspace, AMAL).orElseThrow().status()).isEqualTo(WorkStatus.RINGING);
    ask(new Accept(offer.work(), AMAL, offer.offer()));
    var view = floors.agent(workspace, AMAL).orElseThrow();
    assertThat(view.status()).isEqualTo(WorkStatus.BUSY);
    assertThat(view.used()).isEqualTo(25);
    assertThat(view.held()).hasSize(1);
    assertThat(floors.health(workspace).sweptBack()).isZero();
  }

  @Test
  void theSameKeyIsAnsweredAgainAndDoneOnce() throws Exception {
    amalIsReady();
    var first = ask(new Arrive(chat(1)), "key-1");
    int events = heard.size();
    assertThat(ask(new Arrive(chat(1)), "key-1"))
        .isEqualTo(first)
        .isEqualTo(new Reply.Answered(Answer.DONE));
    assertThat(heard).hasSize(events);
  }

  @Test
  void openWorkThatTheFloorHasNeverHeardOfIsSweptBack() throws Exception {
    amalIsReady();
    open.add(chat(7));
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> heard.stream().anyMatch(WorkOffered.class::isInstance));
    await().until(() -> floors.health(workspace).sweptBack() == 1);
  }

  @Test
  void afterACutConnectionTheFloorRestoresItselfAndForgetsNothing() throws Exception {
    amalIsReady();
    ask(new Arrive(chat(1)));
    int before = restored.size();
    TestStores.cutConnectionOf(workspace);
    var reply = ask(new Arrive(chat(2)));
    if (reply instanceof Reply.Unavailable) reply = ask(new Arrive(chat(2)));
    assertThat(reply).isInstanceOf(Reply.Answered.class);
    assertThat(restored).hasSizeGreaterThan(before);
    var view = floors.agent(workspace, AMAL).orElseThrow();
    assertThat(view.held()).hasSize(1);
    assertThat(view.connected()).as("sessions are reported again").isFalse();
  }

  @Test
  void aFloorThatAnotherProcessTookIsTakenBack() throws Exception {
    amalIsReady();
    try (var rival = TestStores.of(workspace)) {
      rival.takeOver();
    }
    assertThat(ask(new SessionOpened(new UserId(12)))).isEqualTo(new Reply.Unavailable());
    await().until(() -> ask(new SessionOpened(new UserId(12))) instanceof Reply.Answered);
  }
}
