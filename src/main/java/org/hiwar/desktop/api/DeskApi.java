package org.hiwar.desktop.api;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hiwar.desktop.desk.AgentKey;
import org.hiwar.desktop.desk.DeskState;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.desktop.view.Catalogs;
import org.hiwar.desktop.wire.Choice;
import org.hiwar.desktop.wire.ConversationView;
import org.hiwar.desktop.wire.OutView;
import org.hiwar.desktop.wire.PresenceView;
import org.hiwar.desktop.wire.PreviewView;
import org.hiwar.desktop.wire.SideCallView;
import org.hiwar.floor.core.Answer;
import org.hiwar.floor.core.Answer.Rejected;
import org.hiwar.floor.core.Command;
import org.hiwar.floor.core.Reason;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Me;
import org.hiwar.workspace.access.Profiles;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The desk as a whole, and the agent's presence.
@RestController
@RequestMapping("/api/desk")
@Requires(Privilege.WORK_AT_DESK)
class DeskApi {
  private static final int PATIENCE_SECONDS = 5;

  private final Desks desks;
  private final Profiles profiles;
  private final Catalogs catalogs;
  private final FloorCommands floor;

  DeskApi(Desks desks, Profiles profiles, Catalogs catalogs, FloorCommands floor) {
    this.desks = desks;
    this.profiles = profiles;
    this.catalogs = catalogs;
    this.floor = floor;
  }

  /// All that a desktop shows; events with a greater offset of the same `desk` follow over the
  /// socket. `sideCall` is null when the agent has none; `previews` are none or one. `outs`: what
  /// the agent was a guest in until less than a minute ago, for pages that have not heard it as an
  /// event.
  record DeskSnapshot(
      String desk,
      long offset,
      Me me,
      PresenceView presence,
      List<Choice> notReadyReasons,
      @Nullable SideCallView sideCall,
      List<PreviewView> previews,
      List<ConversationView> conversations,
      List<OutView> outs) {}

  /// `reason`: the id of a reason for not being ready; null for other states.
  record PresenceChoice(PresenceView.State state, @Nullable String reason) {}

  @GetMapping
  DeskSnapshot desk(CurrentUser agent) {
    var state = state(agent);
    return new DeskSnapshot(
        state.desk(),
        state.offset(),
        profiles.of(agent),
        state.presence(),
        catalogs.of(agent.workspace()).notReadyReasons(),
        state.sideCall(),
        state.previews(),
        state.conversations(),
        state.outs());
  }

  /// At once when the agent has nothing in hand, else when that is done.
  @PutMapping("/presence")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void choose(
      CurrentUser agent,
      @RequestBody PresenceChoice choice,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
    var wish = command(agent, choice);
    var answer = floor.ask(agent, wish, key, "presence");
    if (answer instanceof Rejected(Reason why)
        && why == Reason.NOT_LOGGED_IN
        && !(wish instanceof Command.LogOut)) {
      floor.ask(agent, new Command.LogIn(agent.user()), key, "log-in");
      answer = floor.ask(agent, wish, key, "presence-after-log-in");
    }
    refuse(answer);
  }

  private static void refuse(Answer answer) {
    if (!(answer instanceof Rejected(Reason why))) return;
    if (why == Reason.NO_SESSION) throw Problem.NO_SESSION.refusal();
    if (why != Reason.NOT_LOGGED_IN)
      throw new IllegalStateException("a presence was rejected: " + why);
  }

  private Command command(CurrentUser agent, PresenceChoice choice) {
    return switch (choice.state()) {
      case READY -> new Command.GoReady(agent.user());
      case LOGGED_OUT -> new Command.LogOut(agent.user());
      case NOT_READY -> new Command.GoNotReady(agent.user(), reason(agent, choice.reason()));
    };
  }

  private String reason(CurrentUser agent, @Nullable String reason) {
    var known =
        catalogs.of(agent.workspace()).reasons().stream()
            .anyMatch(r -> r.id().toString().equals(reason));
    if (reason == null || !known) throw Problem.REASON_REQUIRED.refusal();
    return reason;
  }

  private DeskState state(CurrentUser agent) {
    try {
      return desks
          .of(new AgentKey(agent.workspace(), agent.user()))
          .snapshot()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | RejectedExecutionException _) {
      throw Problem.TRY_AGAIN.refusal();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw Problem.TRY_AGAIN.refusal();
    }
  }
}
