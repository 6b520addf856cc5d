package org.hiwar.app.wiring;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.hiwar.conversation.Arrival;
import org.hiwar.conversation.Departures;
import org.hiwar.conversation.EndedBy;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.floor.Floors;
import org.hiwar.floor.Reply;
import org.hiwar.floor.core.Answer;
import org.hiwar.floor.core.Command;
import org.hiwar.floor.core.Reason;
import org.hiwar.floor.core.WorkId;
import org.hiwar.workspace.WorkspaceId;

/// Tells the floor that a customer has left. Somebody may leave so soon that the floor has not
/// heard of the arrival: then it hears of both, in their order, so that nobody is offered an empty
/// chair.
final class Leaving implements Departures {
  private static final Executor ASKING = Executors.newVirtualThreadPerTaskExecutor();

  private final Floors floors;
  private final InteractionStore interactions;
  private final ArrivingWork work;

  Leaving(Floors floors, InteractionStore interactions, ArrivingWork work) {
    this.floors = floors;
    this.interactions = interactions;
    this.work = work;
  }

  @Override
  public CompletableFuture<Boolean> leave(
      WorkspaceId workspace, InteractionId interaction, EndedBy by) {
    var command = new Command.Leave(new WorkId(interaction.value()), Changes.by(by));
    return floors
        .submit(workspace, command, "")
        .thenComposeAsync(
            reply ->
                switch (reply) {
                  case Reply.Answered _ when isUnknown(reply) ->
                      arriveAndLeave(workspace, interaction, command);
                  case Reply.Answered _ -> CompletableFuture.completedFuture(true);
                  case Reply.Unavailable _, Reply.Failed _, Reply.Busy _ ->
                      CompletableFuture.completedFuture(false);
                },
            ASKING);
  }

  private static boolean isUnknown(Reply reply) {
    return reply.equals(new Reply.Answered(new Answer.Ignored(Reason.UNKNOWN_WORK)));
  }

  /// What does not wait any more has ended, and that is all that was wanted. What waits and cannot
  /// come to the floor now, because it has not heard of a new service, has not left either.
  private CompletableFuture<Boolean> arriveAndLeave(
      WorkspaceId workspace, InteractionId interaction, Command leave) {
    return interactions.waiting(workspace).stream()
        .filter(arrival -> arrival.interaction().equals(interaction))
        .findAny()
        .map(arrival -> both(workspace, arrival, leave))
        .orElseGet(() -> CompletableFuture.completedFuture(true));
  }

  private CompletableFuture<Boolean> both(WorkspaceId workspace, Arrival arrival, Command leave) {
    var unused = floors.submit(workspace, new Command.Arrive(work.of(workspace, arrival)), "");
    return floors
        .submit(workspace, leave, "")
        .thenApply(reply -> reply instanceof Reply.Answered && !isUnknown(reply));
  }
}
