package org.hiwar.campaign.preview;

import static org.hiwar.campaign.preview.Witness.require;

import java.util.Objects;
import org.hiwar.campaign.preview.Standing.Status;
import org.hiwar.floor.core.WorkId;
import org.hiwar.floor.core.WorkState;
import org.hiwar.workspace.Medium;
import org.jspecify.annotations.Nullable;

/// What holds between any two things that happen: the rows of previews and the rows of the floor
/// say the same about who has what.
final class AtRest {
  private AtRest() {}

  static void check(MemoryGround ground, SimulatedProcess process) {
    if (process.node.core() == null) return;
    for (var p : ground.tables.previews.all().values()) {
      if (!p.open()) continue;
      var row = ground.onTheFloor().get(new WorkId(p.id()));
      var holder = row == null ? null : holder(row.state());
      switch (p.state()) {
        case "QUEUED" ->
            require(
                row == null || row.state() instanceof WorkState.Queued,
                () -> "waits, and the floor has it elsewhere: " + p + " " + row);
        case "OFFERED" ->
            require(
                row != null
                    && row.state() instanceof WorkState.Offered
                    && Objects.equals(holder, p.agent()),
                () -> "offered, and not on the floor: " + p + " " + row);
        case "REVIEWING" ->
            require(
                Objects.equals(holder, p.agent()),
                () -> "reviewed by one, and the floor has it elsewhere: " + p + " " + row);
        default ->
            require(
                holder == null || Objects.equals(holder, p.agent()),
                () -> "called by one, and with another on the floor: " + p + " " + row);
      }
    }
    for (var row : ground.onTheFloor().values())
      if (row.work().medium() == Medium.PREVIEW)
        require(
            ground.tables.previews.get(row.work().id().value()) != null,
            () -> "work of no preview: " + row);
  }

  private static @Nullable Long holder(WorkState state) {
    return switch (state) {
      case WorkState.Offered s -> s.agent().value();
      case WorkState.Active s -> s.agent().value();
      case WorkState.WrapUp s -> s.agent().value();
      case WorkState.Queued _, WorkState.Postponed _, WorkState.Ended _ -> null;
    };
  }

  static boolean over(MemoryGround ground) {
    return ground.tables.previews.all().values().stream().noneMatch(p -> p.open() || !p.settled());
  }

  /// Nothing is lost: what was begun has come to an end, and what is left waits for its time.
  static void drained(MemoryGround ground) {
    for (var p : ground.tables.previews.all().values()) {
      require(!p.open(), () -> "never ends: " + p);
      require(p.settled(), () -> "never settled: " + p);
    }
    for (var k : ground.tables.held.all().values())
      require(k.status() != Status.HANDED, () -> "handed out to nobody: " + k);
    for (var a : ground.tables.attempts.all().values())
      require(a.applied() != null, () -> "an attempt without a result: " + a);
    for (var row : ground.onTheFloor().values())
      require(row.work().medium() != Medium.PREVIEW, () -> "is still on the floor: " + row);
  }
}
