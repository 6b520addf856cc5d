package org.hiwar.chat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hiwar.conversation.Departures;
import org.hiwar.conversation.EndedBy;
import org.hiwar.conversation.InteractionId;
import org.hiwar.workspace.WorkspaceId;

/// Notes who left; what the floor decides then, the test does.
final class FloorByHand implements Departures {
  record Left(WorkspaceId workspace, InteractionId interaction, EndedBy by) {}

  private final List<Left> left = new CopyOnWriteArrayList<>();

  @Override
  public CompletableFuture<Boolean> leave(
      WorkspaceId workspace, InteractionId interaction, EndedBy by) {
    left.add(new Left(workspace, interaction, by));
    return CompletableFuture.completedFuture(true);
  }

  List<Left> of(WorkspaceId workspace) {
    return left.stream().filter(l -> l.workspace().equals(workspace)).toList();
  }
}
