package org.hiwar.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
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

/// What floors are told of engagements, by a floor that writes it down.
class EngagementsTest {
  private static final WorkspaceId SHOP = new WorkspaceId(1);
  private static final WorkspaceId OTHER = new WorkspaceId(2);
  private static final UserId AMAL = new UserId(11);
  private static final UserId SAM = new UserId(12);

  /// Has no time for the first `busy` commands.
  private record Ear(List<Command> heard, int busy) implements OneFloor, Placement {
    static Ear busyFor(int commands) {
      return new Ear(new CopyOnWriteArrayList<>(), commands);
    }

    @Override
    public CompletableFuture<Reply> submit(Command command, String key) {
      heard.add(command);
      return CompletableFuture.completedFuture(
          heard.size() <= busy ? new Reply.Busy() : new Reply.Answered(Answer.DONE));
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

    Engagements engagements() {
      var floors = new Floors(this, _ -> Plan.EMPTY);
      return new Engagements(() -> floors);
    }
  }

  @Test
  void aFloorThatHasBegunAnewIsToldWhoIsStillEngaged() {
    var floor = Ear.busyFor(0);
    var engagements = floor.engagements();
    engagements.begin(SHOP, AMAL);
    engagements.begin(SHOP, SAM);
    engagements.begin(OTHER, new UserId(13));
    engagements.forget(SHOP, SAM);
    engagements.restored(SHOP);
    assertThat(floor.heard()).containsExactly(new Command.StillEngaged(AMAL));
  }

  /// Whoever is asked a second time is busy: the first engagement stays as it is.
  @Test
  void anEngagedAgentIsNotEngagedAgainAndStaysEngaged() {
    var floor = Ear.busyFor(0);
    var engagements = floor.engagements();
    assertThat(engagements.begin(SHOP, AMAL)).isTrue();
    assertThat(engagements.begin(SHOP, AMAL)).isFalse();
    engagements.restored(SHOP);
    assertThat(floor.heard()).containsExactly(new Command.StillEngaged(AMAL));
  }

  @Test
  void theEndIsSaidUntilTheFloorHasTakenIt() {
    var floor = Ear.busyFor(1);
    var engagements = floor.engagements();
    engagements.begin(SHOP, AMAL);
    engagements.end(SHOP, AMAL);
    Await.until(() -> floor.heard().size() == 2);
    assertThat(floor.heard()).containsOnly(new Command.Disengage(AMAL));
    engagements.restored(SHOP);
    assertThat(floor.heard()).hasSize(2);
  }
}
