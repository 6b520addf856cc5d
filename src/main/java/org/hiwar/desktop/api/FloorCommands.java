package org.hiwar.desktop.api;

import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hiwar.floor.Floors;
import org.hiwar.floor.Reply;
import org.hiwar.floor.core.Answer;
import org.hiwar.floor.core.Command;
import org.hiwar.workspace.access.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Asks the floor in the name of an agent, and waits until its answer is durable.
@Component
class FloorCommands {
  /// The floor answers *unavailable* long before; this is for a floor that does not answer at all.
  private static final int PATIENCE_SECONDS = 10;

  private final Floors floors;

  FloorCommands(Floors floors) {
    this.floors = floors;
  }

  /// `key` of the request and `step` within it name the command, so that a request sent twice does
  /// nothing twice; null for a request without a key.
  Answer ask(CurrentUser agent, Command command, @Nullable UUID key, String step) {
    var name = key == null ? "" : agent.user() + "/" + key + "/" + step;
    try {
      return switch (floors
          .submit(agent.workspace(), command, name)
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        case Reply.Answered(Answer answer) -> answer;
        case Reply.Unavailable _, Reply.Busy _ -> throw Problem.TRY_AGAIN.refusal();
        case Reply.Failed _ -> throw Problem.FAILED.refusal();
      };
    } catch (TimeoutException _) {
      throw Problem.TRY_AGAIN.refusal();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw Problem.TRY_AGAIN.refusal();
    }
  }
}
