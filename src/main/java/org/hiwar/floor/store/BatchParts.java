package org.hiwar.floor.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hiwar.floor.CommitParts;
import org.hiwar.floor.core.WorkState.Ended;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.WorkspaceId;

/// A batch as statements: one per table, its rows as arrays.
final class BatchParts {
  /// How long an answer is kept for a command that is asked again, and how often old ones are
  /// removed.
  static final Duration ANSWERS_KEPT = Duration.ofHours(1);
  private static final int FORGET_EVERY = 500;
  private static final String FENCE = "select floor_fence(?, ?, ?)";

  private BatchParts() {}

  static SqlPart fence(long workspace, Batch batch) {
    return new SqlPart(FENCE, List.of(workspace, batch.epoch(), batch.number()));
  }

  /// Without the fence. Agents before the work that names them, ended work out before its agents
  /// get new work.
  static List<SqlPart> of(WorkspaceId workspace, Batch batch, CommitParts others) {
    long id = workspace.value();
    var parts = new ArrayList<SqlPart>(8);
    if (!batch.agents().isEmpty()) parts.add(AgentColumns.part(id, batch.agents()));
    var ended = batch.work().stream().filter(row -> row.state() instanceof Ended).toList();
    var open = batch.work().stream().filter(row -> !(row.state() instanceof Ended)).toList();
    if (!ended.isEmpty()) parts.add(EndedWorkColumns.part(id, ended));
    if (!open.isEmpty()) parts.add(OpenWorkColumns.part(id, open));
    if (!batch.events().isEmpty()) parts.add(EventColumns.part(id, batch.number(), batch.events()));
    if (!batch.answers().isEmpty()) parts.add(Answers.part(id, batch));
    if (batch.number() % FORGET_EVERY == 0)
      parts.add(Answers.forget(id, batch.at().minus(ANSWERS_KEPT)));
    if (!batch.events().isEmpty()) parts.addAll(others.of(workspace, batch.events()));
    return parts;
  }
}
