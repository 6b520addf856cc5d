package org.hiwar.floor.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.hiwar.floor.Reply;
import org.hiwar.floor.core.AgentView;
import org.hiwar.floor.core.Answer;
import org.hiwar.floor.core.Command;
import org.hiwar.floor.core.Command.Arrive;
import org.hiwar.floor.core.Command.GoReady;
import org.hiwar.floor.core.Command.LogIn;
import org.hiwar.floor.core.Command.SessionOpened;
import org.hiwar.floor.core.Event;
import org.hiwar.floor.core.Event.OfferReturned;
import org.hiwar.floor.core.Event.WorkQueued;
import org.hiwar.floor.core.FloorCore;
import org.hiwar.floor.core.Plan;
import org.hiwar.floor.core.Presence;
import org.hiwar.floor.core.Reason;
import org.hiwar.floor.core.Service;
import org.hiwar.floor.core.Skill;
import org.hiwar.floor.core.Work;
import org.hiwar.floor.core.WorkId;
import org.hiwar.floor.core.WorkStatus;
import org.hiwar.floor.shell.Node.Call;
import org.hiwar.floor.store.Batch;
import org.hiwar.floor.store.FakeFloorStore;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.SkillId;
import org.hiwar.workspace.UserId;
import org.junit.jupiter.api.Test;

/// What the database refuses to keep stops nothing but itself.
class PoisonTest {
  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private static final ServiceId CHAT = new ServiceId(1);
  private static final UserId AMAL = new UserId(11);
  private static final UserId SAM = new UserId(12);
  private static final Plan PLAN =
      new Plan(
          List.of(Service.usual(CHAT, Medium.CHAT)),
          Map.of(
              AMAL,
              List.of(new Skill(new SkillId(1), 50)),
              SAM,
              List.of(new Skill(new SkillId(1), 50))));

  private final AtomicLong nanos = new AtomicLong();

  private Plan plan = PLAN;

  private Node node(Predicate<Event> refused) {
    var store =
        new FakeFloorStore(() -> START.plusNanos(nanos.get()), _ -> false) {
          @Override
          public Set<WorkId> commit(Batch b) throws Fenced, Unavailable, Refused {
            if (b.events().stream().anyMatch(refused))
              throw new Refused(new IllegalStateException("not storable"));
            return super.commit(b);
          }
        };
    var deaf =
        new Node.Ears() {
          @Override
          public void committed(long batch, List<Event> events) {}

          @Override
          public void restored() {}
        };
    return new Node(store, () -> plan, FloorCore::new, nanos::get, deaf, Node.Fault.NONE);
  }

  private static List<Reply> tell(Node node, Command... commands) {
    var calls =
        List.of(commands).stream().map(c -> new Call(c, "", new CompletableFuture<>())).toList();
    node.turn(calls);
    return calls.stream().map(call -> call.reply().getNow(new Reply.Busy())).toList();
  }

  private static void ready(Node node, UserId agent) {
    assertThat(tell(node, new LogIn(agent), new SessionOpened(agent), new GoReady(agent)))
        .containsOnly(new Reply.Answered(Answer.DONE));
  }

  private static FloorCore core(Node node) {
    return Objects.requireNonNull(node.core());
  }

  private static AgentView view(Node node, UserId agent) {
    return Objects.requireNonNull(core(node).view(agent));
  }

  private static Arrive chat(long id) {
    return new Arrive(Work.plain(new WorkId(id), CHAT, Medium.CHAT, START));
  }

  @Test
  void ofABatchOnlyThePoisonousCommandFails() {
    var node = node(event -> event instanceof WorkQueued queued && queued.work().value() == 101);
    assertThat(tell(node, chat(100), chat(101), chat(102)))
        .containsExactly(
            new Reply.Answered(Answer.DONE), new Reply.Failed(), new Reply.Answered(Answer.DONE));
    assertThat(node.health().poisoned()).isEqualTo(1);
    assertThat(core(node).knows(new WorkId(101))).isFalse();
    assertThat(core(node).knows(new WorkId(102))).isTrue();
  }

  @Test
  void aPoisonousTimerIsQuarantinedAndTheFloorGoesOn() {
    var node = node(event -> event instanceof OfferReturned back && back.work().value() == 100);
    ready(node, AMAL);
    tell(node, chat(100));
    assertThat(view(node, AMAL).status()).isEqualTo(WorkStatus.RINGING);

    nanos.addAndGet(Duration.ofSeconds(21).toNanos());
    tell(node);
    assertThat(node.health().quarantined()).isEqualTo(1);
    assertThat(view(node, AMAL).status()).as("left where it is").isEqualTo(WorkStatus.RINGING);

    // A session that nobody reports is lost; Sam's is new.
    tell(node, new SessionOpened(AMAL));
    ready(node, SAM);
    tell(node, chat(101));
    nanos.addAndGet(Duration.ofSeconds(21).toNanos());
    tell(node);
    assertThat(view(node, SAM).presence()).as("other timers come").isEqualTo(Presence.NO_ANSWER);
    assertThat(node.health().quarantined()).as("and this one not again").isEqualTo(1);
  }

  private static Work work(long id, ServiceId service) {
    return Work.plain(new WorkId(id), service, Medium.CHAT, START);
  }

  private static void sweeps(Node node, int times, Work... open) {
    for (int i = 0; i < times; i++) node.sweep(List.of(open));
  }

  /// News of a service is told once; a floor that was busy or without its database then has not
  /// heard it.
  @Test
  void aServiceThatTheFloorHasNotHeardOfIsFoundWhenItsWorkIsMissing() {
    var node = node(_ -> false);
    tell(node);
    var repairs = new ServiceId(2);
    plan =
        new Plan(
            List.of(Service.usual(CHAT, Medium.CHAT), Service.usual(repairs, Medium.CHAT)),
            PLAN.skills());
    var lost = work(100, repairs);
    assertThat(tell(node, new Arrive(lost)))
        .containsExactly(new Reply.Answered(new Answer.Rejected(Reason.NO_SUCH_SERVICE)));

    sweeps(node, 2, lost);

    assertThat(core(node).knows(lost.id())).isTrue();
    assertThat(node.health().sweptBack()).isEqualTo(1);
  }

  @Test
  void workThatCannotComeIsTriedMoreAndMoreSeldomAndHoldsUpNoOther() {
    var node = node(event -> event instanceof WorkQueued queued && queued.work().value() == 101);
    tell(node);
    var poison = work(101, CHAT);
    var homeless = work(102, new ServiceId(404));

    sweeps(node, 200, homeless, poison);

    assertThat(node.health().poisoned()).isBetween(2L, 10L);
    assertThat(node.health().restored()).isLessThan(30);
    sweeps(node, 2, homeless, poison, work(103, CHAT));
    assertThat(core(node).knows(new WorkId(103))).isTrue();
    assertThat(node.health().sweptBack()).isEqualTo(1);
  }
}
