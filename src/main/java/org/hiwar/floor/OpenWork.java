package org.hiwar.floor;

import java.util.List;
import org.hiwar.floor.core.Work;
import org.hiwar.workspace.WorkspaceId;

/// What should be on the floor, according to those who own the interactions: every one that has not
/// ended. The floor compares it with what it knows every few seconds, and takes in what it does
/// not.
@FunctionalInterface
public interface OpenWork {
  OpenWork NONE = _ -> List.of();

  /// May block; an exception only puts the comparison off.
  List<Work> open(WorkspaceId workspace);
}
