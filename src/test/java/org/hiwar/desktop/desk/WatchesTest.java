package org.hiwar.desktop.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.hiwar.workspace.WorkspaceId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WatchesTest {
  private static final WorkspaceId WORKSPACE = new WorkspaceId(7);
  private static final WorkspaceId OTHER = new WorkspaceId(8);

  private final Watches watches = new Watches();
  private final Desk desk = desk("one");

  private Desk desk(String name) {
    return new Desk(
        name,
        new FakeTruth(),
        watch(),
        new JsonMapper()::writeValueAsString,
        Comparing.usually(new AtomicLong()));
  }

  private static Desk.Watch watch() {
    return new Desk.Watch() {
      @Override
      public long changes() {
        return 0;
      }

      @Override
      public boolean only(Set<Long> ids, long since) {
        return false;
      }
    };
  }

  @Test
  void whatChangedWhileItWasReadIsToldToWhoBeginsToWatchIt() {
    long before = watches.changes();
    watches.changed(WORKSPACE, 1);
    assertThat(watches.only(WORKSPACE, desk, Set.of(1L), before)).isTrue();
  }

  @Test
  void whatChangedBeforeItWasReadIsNotToldAgain() {
    watches.changed(WORKSPACE, 1);
    assertThat(watches.only(WORKSPACE, desk, Set.of(1L), watches.changes())).isFalse();
  }

  @Test
  void changesOfOtherThingsAreNotTold() {
    long before = watches.changes();
    watches.changed(WORKSPACE, 2);
    watches.changed(OTHER, 1);
    assertThat(watches.only(WORKSPACE, desk, Set.of(1L), before)).isFalse();
  }

  @Test
  void whatWasWatchedAlreadyIsToldByItsChangeAlone() {
    watches.only(WORKSPACE, desk, Set.of(1L), 0);
    long before = watches.changes();
    assertThat(watches.changed(WORKSPACE, 1)).containsExactly(desk);
    assertThat(watches.only(WORKSPACE, desk, Set.of(1L), before)).isFalse();
  }

  @Test
  void whatNobodyRemembersMayHaveChanged() {
    long before = watches.changes();
    for (int i = 0; i <= DeskLimits.REMEMBERED_CHANGES; i++) watches.changed(OTHER, 1);
    assertThat(watches.only(WORKSPACE, desk, Set.of(1L), before)).isTrue();
  }
}
