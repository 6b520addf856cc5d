package org.hiwar.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hiwar.conversation.EndedBy;
import org.hiwar.conversation.Message;
import org.hiwar.conversation.Scene;
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
import org.hiwar.floor.core.Reason;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.SkillStore;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Customers who leave before the floor has heard of them.
class LeavingTest {
  private final Scene scene = new Scene();
  private final Ear floor = new Ear(new CopyOnWriteArrayList<>(), new AtomicBoolean());

  /// A floor that knows whoever has arrived, and knows no service until it is told of one.
  private record Ear(List<Command> heard, AtomicBoolean known) implements OneFloor, Placement {
    @Override
    public CompletableFuture<Reply> submit(Command command, String key) {
      boolean plan = heard.stream().anyMatch(Command.Reconfigure.class::isInstance);
      heard.add(command);
      if (plan && command instanceof Command.Arrive) known.set(true);
      return CompletableFuture.completedFuture(
          new Reply.Answered(
              switch (command) {
                case Command.Leave _ when !known.get() -> new Answer.Ignored(Reason.UNKNOWN_WORK);
                case Command.Arrive _ when !plan -> new Answer.Rejected(Reason.NO_SUCH_SERVICE);
                default -> Answer.DONE;
              }));
    }

    @Override
    public Optional<AgentView> agent(UserId id) {
      return Optional.empty();
    }

    @Override
    public FloorHealth health() {
      return FloorHealth.UNKNOWN;
    }

    @Override
    public OneFloor floorOf(WorkspaceId workspace) {
      return this;
    }

    @Override
    public void listen(FloorListener listener) {}
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private boolean leaves(Message message) {
    var floors = new Floors(floor, _ -> Plan.EMPTY);
    var work = new ArrivingWork(new SkillStore(TestDatabase.database()), scene.interactions);
    return new Leaving(floors, scene.interactions, work)
        .leave(scene.workspace, message.interaction(), EndedBy.CUSTOMER)
        .orTimeout(60, TimeUnit.SECONDS)
        .join();
  }

  /// It waits in the database, and the floor will hear of it: whoever says that it has left has to
  /// say so again, or an agent is offered an empty chair.
  @Test
  void whoCannotComeToTheFloorYetHasNotLeft() {
    var message = scene.customerWrites("v1", "hello");
    assertThat(leaves(message)).isFalse();

    assertThat(floor.submit(new Command.Reconfigure(Plan.EMPTY), "")).isDone();
    assertThat(leaves(message)).isTrue();
    assertThat(floor.heard().getLast()).isInstanceOf(Command.Leave.class);
  }

  @Test
  void whoDoesNotWaitAnyMoreHasLeft() {
    var message = scene.acceptedChat("v1");
    assertThat(leaves(message)).isTrue();
    assertThat(floor.heard()).hasSize(1);
  }
}
