package org.hiwar.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hiwar.conversation.ConversationStore;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.conversation.MessageStore;
import org.hiwar.desktop.desk.AgentKey;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.desktop.view.AccountNames;
import org.hiwar.desktop.view.CallSource;
import org.hiwar.desktop.view.Catalogs;
import org.hiwar.desktop.view.MessageViews;
import org.hiwar.desktop.view.Postponements;
import org.hiwar.desktop.wire.PreviewView;
import org.hiwar.floor.FloorHealth;
import org.hiwar.floor.FloorListener;
import org.hiwar.floor.Floors;
import org.hiwar.floor.OneFloor;
import org.hiwar.floor.Placement;
import org.hiwar.floor.Reply;
import org.hiwar.floor.core.AgentView;
import org.hiwar.floor.core.Command;
import org.hiwar.floor.core.Plan;
import org.hiwar.floor.core.Presence;
import org.hiwar.floor.core.Work;
import org.hiwar.floor.core.WorkId;
import org.hiwar.floor.core.WorkRow;
import org.hiwar.floor.core.WorkState;
import org.hiwar.floor.core.WorkStatus;
import org.hiwar.testing.Await;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import tools.jackson.databind.json.JsonMapper;

/// When something concerns all desks at once (a campaign stops, a crowd goes home), those who only
/// want to answer a call still get a connection to the database.
class DeskReadingTest {
  private static final int DESKS = 40;
  private static final int AT_ONCE = 8;

  private final WorkspaceId workspace = new WorkspaceId(TestDatabase.ids().next());
  private final AtomicInteger reading = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final AtomicInteger read = new AtomicInteger();
  private final CountDownLatch tooMany = new CountDownLatch(1);

  /// Each stays until there are too many, or for as long as all of them would need to come.
  private Optional<PreviewView> read() {
    int now = reading.incrementAndGet();
    most.accumulateAndGet(now, Math::max);
    try {
      if (now > AT_ONCE) tooMany.countDown();
      var unused = tooMany.await(300, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      reading.decrementAndGet();
      read.incrementAndGet();
    }
    return Optional.empty();
  }

  @Test
  void aFewDesksReadAtATimeHoweverManyHaveTo() {
    var desks = desks();
    for (int i = 0; i < DESKS; i++) {
      var agent = new UserId(TestDatabase.ids().next());
      var unused = desks.of(new AgentKey(workspace, agent)); // which reads as it begins
    }
    Await.until(() -> read.get() >= DESKS);
    desks.end();
    assertThat(most).hasValue(AT_ONCE);
  }

  private static Plan noPlan(WorkspaceId workspace) {
    throw new UnsupportedOperationException("no floor is planned here");
  }

  private Desks desks() {
    var floors = new Floors(new EverybodyHasARecord(), DeskReadingTest::noPlan);
    return new DeskWiring()
        .desks(
            new ObjectProvider<>() {
              @Override
              public Floors getObject() {
                return floors;
              }
            },
            RunningHiwar.bean(ConversationStore.class),
            RunningHiwar.bean(InteractionStore.class),
            RunningHiwar.bean(MessageStore.class),
            RunningHiwar.bean(Catalogs.class),
            RunningHiwar.bean(MessageViews.class),
            RunningHiwar.bean(AccountNames.class),
            RunningHiwar.bean(CallSource.class),
            (_, _) -> Optional.empty(),
            (_, _) -> read(),
            RunningHiwar.bean(Postponements.class),
            JsonMapper.shared());
  }

  private static final class EverybodyHasARecord implements Placement, OneFloor {
    @Override
    public OneFloor floorOf(WorkspaceId workspace) {
      return this;
    }

    @Override
    public void listen(FloorListener listener) {}

    @Override
    public CompletableFuture<Reply> submit(Command command, String key) {
      throw new UnsupportedOperationException("nobody decides here");
    }

    @Override
    public Optional<AgentView> agent(UserId agent) {
      var at = Instant.parse("2026-11-22T10:00:00Z");
      var record =
          Work.plain(new WorkId(TestDatabase.ids().next()), new ServiceId(1), Medium.PREVIEW, at);
      var held = new WorkRow(record, new WorkState.Active(agent, 1, at));
      return Optional.of(
          new AgentView(
              agent,
              Presence.READY,
              Presence.READY,
              at,
              true,
              true,
              false,
              WorkStatus.BUSY,
              at,
              50,
              List.of(held),
              List.of()));
    }

    @Override
    public FloorHealth health() {
      return new FloorHealth(true, 1, 0, 0, 0, 0);
    }
  }
}
