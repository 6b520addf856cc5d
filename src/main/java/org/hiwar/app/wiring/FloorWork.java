package org.hiwar.app.wiring;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hiwar.conversation.Interaction;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.floor.Floors;
import org.hiwar.floor.Reply;
import org.hiwar.floor.core.Answer;
import org.hiwar.floor.core.Command;
import org.hiwar.floor.core.Presence;
import org.hiwar.floor.core.Reason;
import org.hiwar.floor.core.Work;
import org.hiwar.floor.core.WorkId;
import org.hiwar.voice.call.AgentWork;
import org.hiwar.voice.call.Untaken;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/// What telephony asks of the floor.
final class FloorWork implements AgentWork {
  private static final int PATIENCE_SECONDS = 10;

  private final ObjectProvider<Floors> floors;
  private final InteractionStore interactions;
  private final Engagements engagements;
  private final Clock clock;

  FloorWork(
      ObjectProvider<Floors> floors,
      InteractionStore interactions,
      Engagements engagements,
      Clock clock) {
    this.floors = floors;
    this.engagements = engagements;
    this.interactions = interactions;
    this.clock = clock;
  }

  @Override
  public Began begin(WorkspaceId workspace, UserId agent, InteractionId call, ServiceId service) {
    return begin(workspace, agent, call, service, null);
  }

  /// The same in place of a preview that the agent has; null: of nothing.
  Began begin(
      WorkspaceId workspace,
      UserId agent,
      InteractionId call,
      ServiceId service,
      @Nullable WorkId insteadOf) {
    var found = interactions.find(workspace, call);
    if (found.isEmpty()) return Began.UNAVAILABLE;
    var work =
        Work.plain(new WorkId(call.value()), service, Medium.VOICE, clock.instant())
            .in(found.get().conversation().value());
    return ask(workspace, new Command.Begin(work, agent, insteadOf))
        .map(FloorWork::began)
        .orElse(Began.UNAVAILABLE);
  }

  @Override
  public boolean transfer(
      WorkspaceId workspace, UserId agent, InteractionId call, @Nullable ServiceId to) {
    var service = to == null ? present(workspace, call) : Optional.of(to);
    return service
        .flatMap(
            known ->
                ask(
                    workspace,
                    new Command.Transfer(
                        new WorkId(call.value()), agent, known, false, to == null ? null : "")))
        .filter(Answer.Done.class::isInstance)
        .isPresent();
  }

  @Override
  public boolean giveBack(
      WorkspaceId workspace, UserId agent, InteractionId call, Untaken untaken) {
    var why =
        switch (untaken) {
          case NO_ANSWER -> Presence.NO_ANSWER;
          case DECLINED -> Presence.DECLINED;
          case UNREACHABLE -> Presence.NO_DEVICE;
        };
    return ask(workspace, new Command.GiveBack(new WorkId(call.value()), agent, why))
        .filter(Answer.Done.class::isInstance)
        .isPresent();
  }

  @Override
  public Engaged engage(WorkspaceId workspace, UserId agent) {
    if (!engagements.begin(workspace, agent)) return Engaged.BUSY;
    var answer =
        ask(workspace, new Command.Engage(agent))
            .map(FloorWork::engaged)
            .orElse(Engaged.UNAVAILABLE);
    switch (answer) {
      case ENGAGED -> {}
      case UNAVAILABLE -> engagements.end(workspace, agent);
      case NO_SESSION, NO_DEVICE, BUSY -> engagements.forget(workspace, agent);
    }
    return answer;
  }

  private static Engaged engaged(Answer answer) {
    return switch (answer) {
      case Answer.Done _ -> Engaged.ENGAGED;
      case Answer.Ignored _ -> Engaged.UNAVAILABLE;
      case Answer.Rejected(Reason why) ->
          switch (why) {
            case ON_CALL -> Engaged.BUSY;
            case NO_DEVICE -> Engaged.NO_DEVICE;
            case NO_SESSION, NOT_LOGGED_IN -> Engaged.NO_SESSION;
            case LATE,
                UNKNOWN_WORK,
                ALREADY_HERE,
                ALREADY_SO,
                NOT_YOURS,
                NOT_ENGAGED,
                NOT_SKILLED,
                NO_ROOM,
                NOT_READY,
                NOT_THEN,
                NO_SUCH_SERVICE,
                OTHER_MEDIUM,
                FULL ->
                Engaged.UNAVAILABLE;
          };
    };
  }

  @Override
  public void disengage(WorkspaceId workspace, UserId agent) {
    engagements.end(workspace, agent);
  }

  @Override
  public boolean handOver(WorkspaceId workspace, InteractionId call, UserId agent, UserId to) {
    var done =
        ask(workspace, new Command.HandOver(new WorkId(call.value()), agent, to))
            .filter(Answer.Done.class::isInstance)
            .isPresent();
    if (done) engagements.forget(workspace, to);
    return done;
  }

  @Override
  public boolean release(WorkspaceId workspace, UserId agent, InteractionId call) {
    return ask(workspace, new Command.Release(new WorkId(call.value()), agent))
        .filter(answer -> !(answer instanceof Answer.Rejected))
        .isPresent();
  }

  private Optional<ServiceId> present(WorkspaceId workspace, InteractionId call) {
    return interactions.find(workspace, call).map(Interaction::service);
  }

  private static Began began(Answer answer) {
    return switch (answer) {
      case Answer.Done _ -> Began.BEGUN;
      case Answer.Ignored(Reason why) -> refused(why);
      case Answer.Rejected(Reason why) -> refused(why);
    };
  }

  private static Began refused(Reason why) {
    return switch (why) {
      case ALREADY_HERE, ALREADY_SO -> Began.BEGUN;
      case ON_CALL -> Began.ON_A_CALL;
      case NO_DEVICE -> Began.NO_DEVICE;
      case NO_SESSION, NOT_LOGGED_IN -> Began.NO_SESSION;
      case NO_SUCH_SERVICE, OTHER_MEDIUM -> Began.NO_SUCH_SERVICE;
      case FULL -> Began.FULL;
      case LATE, UNKNOWN_WORK, NOT_YOURS, NOT_ENGAGED, NOT_SKILLED, NO_ROOM, NOT_READY, NOT_THEN ->
          Began.UNAVAILABLE;
    };
  }

  /// Empty when the floor did not answer, or could not do it.
  private Optional<Answer> ask(WorkspaceId workspace, Command command) {
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
}
