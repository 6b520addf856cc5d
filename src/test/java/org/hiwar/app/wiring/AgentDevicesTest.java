package org.hiwar.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.hiwar.floor.FloorHealth;
import org.hiwar.floor.FloorListener;
import org.hiwar.floor.Floors;
import org.hiwar.floor.OneFloor;
import org.hiwar.floor.Placement;
import org.hiwar.floor.Reply;
import org.hiwar.floor.core.AgentView;
import org.hiwar.floor.core.Answer;
import org.hiwar.floor.core.Command;
import org.hiwar.floor.core.Plan;
import org.hiwar.testing.Await;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

/// Who can be called is known to a floor that has begun anew, however often it has to be said.
class AgentDevicesTest {
  private static final WorkspaceId WORKSPACE = new WorkspaceId(7);
  private static final UserId AMAL = new UserId(1);
  private static final UserId SAM = new UserId(2);

  private final List<Command> heard = new CopyOnWriteArrayList<>();
  private final Queue<Reply> replies = new ArrayDeque<>();
  private final AtomicInteger away = new AtomicInteger();
  private final AgentDevices devices =
      new AgentDevices(
          new ObjectProvider<>() {
            @Override
            public Floors getObject() {
              return new Floors(new Listening(), AgentDevicesTest::noPlan);
            }
          },
          _ -> {
            if (away.getAndDecrement() > 0) throw new IllegalStateException("the database is away");
            return List.of(AMAL, SAM);
          });

  private static Plan noPlan(WorkspaceId workspace) {
    throw new UnsupportedOperationException("no floor is planned here");
  }

  @Test
  void whatCannotBeReadOrIsNotHeardIsToldAgain() {
    away.set(2);
    var answered = new Reply.Answered(Answer.DONE);
    replies.addAll(List.of(answered, new Reply.Unavailable(), answered, answered));
    devices.restored(WORKSPACE);
    var all = List.<Command>of(new Command.DeviceReady(AMAL), new Command.DeviceReady(SAM));
    Await.until(() -> heard.size() == 4);
    assertThat(heard.subList(0, 2)).isEqualTo(all);
    assertThat(heard.subList(2, 4)).isEqualTo(all);
    assertThat(replies).isEmpty();
  }

  private final class Listening implements Placement, OneFloor {
    @Override
    public OneFloor floorOf(WorkspaceId workspace) {
      return this;
    }

    @Override
    public void listen(FloorListener listener) {}

    @Override
    public CompletableFuture<Reply> submit(Command command, String key) {
      heard.add(command);
      return CompletableFuture.completedFuture(replies.remove());
    }

    @Override
    public Optional<AgentView> agent(UserId agent) {
      return Optional.empty();
    }

    @Override
    public FloorHealth health() {
      return new FloorHealth(true, 1, 0, 0, 0, 0);
    }
  }
}
