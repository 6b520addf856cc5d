package org.hiwar.app.wiring;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hiwar.channel.AgentFloor;
import org.hiwar.conversation.InteractionId;
import org.hiwar.floor.Floors;
import org.hiwar.floor.Reply;
import org.hiwar.floor.core.Answer;
import org.hiwar.floor.core.Command;
import org.hiwar.floor.core.Reason;
import org.hiwar.floor.core.Work;
import org.hiwar.floor.core.WorkId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.beans.factory.ObjectProvider;

/// Gives what agents write first to them, whatever else they have, a call among it.
record WritingFloor(ObjectProvider<Floors> floors, Clock clock) implements AgentFloor {
  private static final int PATIENCE_SECONDS = 10;

  @Override
  public Given give(WorkspaceId workspace, Begun begun) {
    var work =
        Work.plain(
                new WorkId(begun.interaction().value()),
                begun.service(),
                begun.medium(),
                clock.instant())
            .in(begun.conversation().value());
    return asked(workspace, new Command.Begin(work, begun.agent()))
        .map(WritingFloor::given)
        .orElse(Given.UNAVAILABLE);
  }

  @Override
  public boolean end(WorkspaceId workspace, UserId agent, InteractionId interaction) {
    return asked(workspace, new Command.Release(new WorkId(interaction.value()), agent))
        .filter(answer -> !(answer instanceof Answer.Rejected))
        .isPresent();
  }

  /// Empty: not known whether it was done.
  private Optional<Answer> asked(WorkspaceId workspace, Command command) {
    try {
      return switch (floors
          .getObject()
          .submit(workspace, command, "")
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        case Reply.Answered(Answer answer) -> Optional.of(answer);
        case Reply.Unavailable _, Reply.Busy _, Reply.Failed _ -> Optional.empty();
      };
    } catch (TimeoutException | ExecutionException _) {
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Given given(Answer answer) {
    return switch (answer) {
      case Answer.Done _ -> Given.DONE;
      case Answer.Ignored(Reason why) -> given(why);
      case Answer.Rejected(Reason why) -> given(why);
    };
  }

  private static Given given(Reason why) {
    return switch (why) {
      case ALREADY_HERE, ALREADY_SO -> Given.DONE;
      case NO_SESSION, NOT_LOGGED_IN -> Given.NO_SESSION;
      case NO_SUCH_SERVICE, OTHER_MEDIUM -> Given.NO_SUCH_SERVICE;
      case FULL -> Given.FULL;
      case LATE,
          UNKNOWN_WORK,
          NOT_YOURS,
          NOT_ENGAGED,
          NOT_SKILLED,
          NO_ROOM,
          NOT_READY,
          NOT_THEN,
          ON_CALL,
          NO_DEVICE ->
          Given.UNAVAILABLE;
    };
  }
}
