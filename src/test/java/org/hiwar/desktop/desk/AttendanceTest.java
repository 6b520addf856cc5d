package org.hiwar.desktop.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.junit.jupiter.api.Test;

class AttendanceTest {
  private static final AgentKey AMAL = new AgentKey(new WorkspaceId(1), new UserId(2));

  private final FakeFloor floor = new FakeFloor();
  private final Attendance attendance = new Attendance(floor);

  @Test
  void theFirstWindowOpensTheSessionAndTheLastOneLosesIt() {
    attendance.opened(AMAL, "tab 1");
    attendance.opened(AMAL, "tab 2");
    attendance.closed(AMAL, "tab 1", false);
    attendance.closed(AMAL, "tab 2", false);
    assertThat(floor.heard).containsExactly("opened", "lost");
  }

  @Test
  void aWindowThatIsClosedTwiceCountsOnce() {
    attendance.opened(AMAL, "tab 1");
    attendance.opened(AMAL, "tab 2");
    attendance.closed(AMAL, "tab 1", false);
    attendance.closed(AMAL, "tab 1", false);
    assertThat(floor.heard).containsExactly("opened");
  }

  @Test
  void whatTheFloorDidNotTakeIsSaidAgain() {
    floor.away = true;
    attendance.opened(AMAL, "tab");
    floor.away = false;
    attendance.sayAll();
    attendance.sayAll();
    assertThat(floor.heard).containsExactly("opened", "opened");
  }

  @Test
  void aFloorThatWasRebuiltIsToldAgain() {
    attendance.opened(AMAL, "tab");
    attendance.sayAgain(AMAL.workspace());
    assertThat(floor.heard).containsExactly("opened", "stillOpen");
  }

  @Test
  void anEndedLogInLeaves() {
    attendance.opened(AMAL, "tab");
    attendance.closed(AMAL, "tab", true);
    assertThat(floor.heard).containsExactly("opened", "left");
  }

  @Test
  void aReloadWhileTheFloorIsBeingToldEndsWithTheTruth() {
    floor.slow = new CompletableFuture<>();
    attendance.opened(AMAL, "tab 1");
    attendance.closed(AMAL, "tab 1", false);
    attendance.opened(AMAL, "tab 2");
    attendance.closed(AMAL, "tab 2", false);
    var first = floor.slow;
    floor.slow = null;
    first.complete(true);
    assertThat(floor.heard).containsExactly("opened", "lost");
  }

  private static final class FakeFloor implements Attendance.Floor {
    final List<String> heard = new ArrayList<>();
    boolean away;
    @org.jspecify.annotations.Nullable CompletableFuture<Boolean> slow;

    private CompletionStage<Boolean> hear(String what) {
      heard.add(what);
      return slow != null ? slow : CompletableFuture.completedFuture(!away);
    }

    @Override
    public CompletionStage<Boolean> opened(AgentKey agent) {
      return hear("opened");
    }

    @Override
    public CompletionStage<Boolean> stillOpen(AgentKey agent) {
      return hear("stillOpen");
    }

    @Override
    public CompletionStage<Boolean> lost(AgentKey agent) {
      return hear("lost");
    }

    @Override
    public CompletionStage<Boolean> left(AgentKey agent) {
      return hear("left");
    }
  }
}
