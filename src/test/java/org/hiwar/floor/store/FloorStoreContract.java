package org.hiwar.floor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hiwar.floor.core.AgentRow;
import org.hiwar.floor.core.Answer;
import org.hiwar.floor.core.Event;
import org.hiwar.floor.core.Event.WorkOffered;
import org.hiwar.floor.core.Event.WorkWidened;
import org.hiwar.floor.core.Gift;
import org.hiwar.floor.core.Guest;
import org.hiwar.floor.core.Presence;
import org.hiwar.floor.core.Reason;
import org.hiwar.floor.core.Rows;
import org.hiwar.floor.core.Work;
import org.hiwar.floor.core.WorkId;
import org.hiwar.floor.core.WorkRow;
import org.hiwar.floor.core.WorkState;
import org.hiwar.floor.core.WorkState.Active;
import org.hiwar.floor.core.WorkState.Ended;
import org.hiwar.floor.core.WorkState.Offered;
import org.hiwar.floor.core.WorkState.Outcome;
import org.hiwar.floor.core.WorkState.Queued;
import org.hiwar.floor.core.WorkState.WrapUp;
import org.hiwar.floor.store.FloorStore.Fenced;
import org.hiwar.floor.store.FloorStore.Refused;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.SkillId;
import org.hiwar.workspace.UserId;
import org.junit.jupiter.api.Test;

/// What every store of a floor keeps to.
interface FloorStoreContract {
  Instant T = Instant.parse("2026-03-01T08:00:00.000001Z");
  UserId AMAL = new UserId(11);
  UserId SAM = new UserId(12);
  /// The guard refuses offers of this work.
  WorkId FORBIDDEN = new WorkId(666);

  /// Two views of one and the same, empty, floor: two processes.
  FloorStore store();

  FloorStore rival();

  static AgentRow ready(UserId id) {
    return new AgentRow(id, Presence.READY, Presence.READY, T, T.plusSeconds(1));
  }

  static WorkRow row(long id, Medium medium, WorkState state) {
    return new WorkRow(Work.plain(new WorkId(id), new ServiceId(5), medium, T), state);
  }

  static WorkState active(UserId agent) {
    return new Active(agent, 1, T);
  }

  static Batch batch(FloorStore.Tenure tenure, int nr, List<AgentRow> agents, List<WorkRow> work) {
    return new Batch(tenure.epoch(), tenure.batch() + nr, T, List.of(), agents, work, List.of());
  }

  static Batch batch(FloorStore.Tenure tenure, int nr, List<Event> events, Batch.Given... answers) {
    return new Batch(
        tenure.epoch(), tenure.batch() + nr, T, events, List.of(), List.of(), List.of(answers));
  }

  /// A preview, to the first agent.
  static Batch offered(FloorStore.Tenure tenure, WorkId work) {
    return new Batch(
        tenure.epoch(),
        tenure.batch() + 1,
        T,
        List.of(new WorkOffered(work, Medium.PREVIEW, AMAL, 1, T, T.plusSeconds(5))),
        List.of(ready(AMAL)),
        List.of(
            row(
                work.value(),
                Medium.PREVIEW,
                new Offered(new Queued(1, T, null, null), AMAL, T, T.plusSeconds(5)))),
        List.of());
  }

  @Test
  default void whatWasCommittedIsLoaded() throws Exception {
    var tenure = store().takeOver();
    var agents =
        List.of(
            ready(AMAL),
            new AgentRow(SAM, Presence.READY, new Presence.NotReady("lunch"), T, Instant.EPOCH));
    var queued =
        new WorkRow(
            new Work(
                new WorkId(1),
                new ServiceId(5),
                Medium.CHAT,
                List.of(new SkillId(8), new SkillId(7)),
                3,
                T,
                AMAL,
                true,
                4711),
            new Queued(2, T, T.plusSeconds(30), T.plusSeconds(9)));
    var offered =
        row(
            2,
            Medium.CHAT,
            new Offered(new Queued(1, T, null, null), AMAL, T.plusSeconds(1), T.plusSeconds(20)));
    var held =
        List.of(
            queued,
            offered,
            row(3, Medium.VOICE, active(SAM)),
            row(4, Medium.EMAIL, new WrapUp(SAM, 1, T, T.plusSeconds(60))),
            new WorkRow(
                new Work(
                    new WorkId(5),
                    new ServiceId(5),
                    Medium.EMAIL,
                    List.of(),
                    0,
                    T,
                    AMAL,
                    false,
                    4712),
                new WorkState.Postponed(1, T, T.plusSeconds(90))),
            given(
                6,
                new Gift(SAM, AMAL, true),
                new Offered(new Queued(1, T, null, null), AMAL, T, T)),
            given(7, new Gift(SAM, null, true), new Queued(2, T, null, null)),
            new WorkRow(
                Work.plain(new WorkId(8), new ServiceId(5), Medium.CHAT, T),
                active(AMAL),
                List.of(
                    new Guest(SAM, AMAL, T, T.plusSeconds(20)),
                    new Guest(new UserId(99), null, T.plusSeconds(1), null))));
    assertThat(store().commit(batch(tenure, 1, agents, held))).isEmpty();
    assertThat(store().load())
        .isEqualTo(new FloorStore.Stored(new Rows(agents, held, List.of()), List.of()));
  }

  private static WorkRow given(long id, Gift gift, WorkState state) {
    var work =
        new Work(
            new WorkId(id),
            new ServiceId(5),
            Medium.CHAT,
            List.of(),
            0,
            T,
            null,
            false,
            4713,
            gift);
    return new WorkRow(work, state);
  }

  @Test
  default void aLaterBatchReplacesRowsAndEndedWorkLeaves() throws Exception {
    var tenure = store().takeOver();
    store()
        .commit(
            batch(
                tenure,
                1,
                List.of(ready(AMAL)),
                List.of(row(1, Medium.CHAT, active(AMAL)), row(2, Medium.CHAT, active(AMAL)))));
    var wrapUp = row(1, Medium.CHAT, new WrapUp(AMAL, 1, T, T.plusSeconds(5)));
    var away = new AgentRow(AMAL, Presence.LOGIN, Presence.LOGIN, T, T);
    var end = new Ended(Outcome.HANDLED, T.plusSeconds(3));
    store()
        .commit(
            batch(
                tenure,
                2,
                List.of(away),
                List.of(wrapUp, row(2, Medium.CHAT, end), row(3, Medium.CHAT, end))));
    assertThat(store().load().rows())
        .isEqualTo(new Rows(List.of(away), List.of(wrapUp), List.of(new WorkId(2), new WorkId(3))));
  }

  @Test
  default void aTakeOverFencesTheFormerOwner() throws Exception {
    var mine = store().takeOver();
    store().commit(batch(mine, 1, List.of(ready(AMAL)), List.of()));
    var theirs = rival().takeOver();
    assertThat(theirs.epoch()).isGreaterThan(mine.epoch());
    assertThat(theirs.batch()).isEqualTo(mine.batch() + 1);
    assertThatThrownBy(() -> store().commit(batch(mine, 2, List.of(ready(SAM)), List.of())))
        .isInstanceOf(Fenced.class);
    rival().commit(batch(theirs, 1, List.of(ready(SAM)), List.of()));
    assertThat(rival().load().rows().agents()).containsExactly(ready(AMAL), ready(SAM));
  }

  @Test
  default void aBatchThatIsNotTheNextIsFenced() throws Exception {
    var tenure = store().takeOver();
    store().commit(batch(tenure, 1, List.of(ready(AMAL)), List.of()));
    assertThatThrownBy(() -> store().commit(batch(tenure, 1, List.of(ready(SAM)), List.of())))
        .isInstanceOf(Fenced.class);
    assertThatThrownBy(() -> store().commit(batch(tenure, 3, List.of(ready(SAM)), List.of())))
        .isInstanceOf(Fenced.class);
    assertThat(store().load().rows().agents()).containsExactly(ready(AMAL));
  }

  @Test
  default void anAgentHasOneCallAtATime() throws Exception {
    var tenure = store().takeOver();
    store()
        .commit(
            batch(
                tenure,
                1,
                List.of(ready(AMAL)),
                List.of(row(1, Medium.VOICE, active(AMAL)), row(2, Medium.CHAT, active(AMAL)))));
    var second =
        row(
            3,
            Medium.PREVIEW,
            new Offered(new Queued(1, T, null, null), AMAL, T, T.plusSeconds(5)));
    assertThatThrownBy(() -> store().commit(batch(tenure, 2, List.of(ready(SAM)), List.of(second))))
        .isInstanceOf(Refused.class);
    assertThat(store().load().rows().agents())
        .as("nothing of a refused batch is there")
        .containsExactly(ready(AMAL));
    var wrapUp = row(1, Medium.VOICE, new WrapUp(AMAL, 1, T, T.plusSeconds(60)));
    assertThat(store().commit(batch(tenure, 2, List.of(), List.of(second, wrapUp))))
        .as("in any order of rows")
        .isEmpty();
  }

  @Test
  default void workThatHasEndedCannotEndAgain() throws Exception {
    var tenure = store().takeOver();
    var end = row(1, Medium.CHAT, new Ended(Outcome.ABANDONED, T));
    store().commit(batch(tenure, 1, List.of(), List.of(end)));
    assertThatThrownBy(() -> store().commit(batch(tenure, 2, List.of(), List.of(end))))
        .isInstanceOf(Refused.class);
  }

  @Test
  default void answersAreFoundByTheirKeys() throws Exception {
    var tenure = store().takeOver();
    var given = new Batch.Given("a", new Answer.Rejected(Reason.NOT_YOURS));
    store().commit(batch(tenure, 1, List.of(), given, new Batch.Given("b", Answer.DONE)));
    assertThat(store().answer("a")).contains(given.answer());
    assertThat(store().answer("c")).isEqualTo(Optional.empty());
    assertThat(store().load().answers()).contains(given).hasSize(2);
    assertThatThrownBy(
            () -> store().commit(batch(tenure, 2, List.of(), new Batch.Given("b", Answer.DONE))))
        .isInstanceOf(Refused.class);
  }

  @Test
  default void anOfferThatTheGuardRefusesUndoesTheBatch() throws Exception {
    var tenure = store().takeOver();
    var batch = offered(tenure, FORBIDDEN);
    assertThat(store().commit(batch)).isEqualTo(Set.of(FORBIDDEN));
    assertThat(store().load().rows()).isEqualTo(Rows.NONE);
    store().commit(batch(tenure, 1, List.of(new WorkWidened(FORBIDDEN, Medium.PREVIEW, T))));
  }
}
