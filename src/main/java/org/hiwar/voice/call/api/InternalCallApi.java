package org.hiwar.voice.call.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hiwar.voice.call.CallLimits;
import org.hiwar.voice.call.CallResult;
import org.hiwar.voice.call.InternalCallDetail;
import org.hiwar.voice.call.InternalCallStore;
import org.hiwar.voice.call.InternalCalls;
import org.hiwar.voice.call.InternalCalls.Begun;
import org.hiwar.voice.call.OutgoingCalls.Why;
import org.hiwar.voice.call.SideId;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.UserStore;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Calls between users, and what a colleague does who was asked into a call: `id` is then that of
/// the consultation.
@RestController
@RequestMapping("/api/internal-calls")
@Requires(Privilege.WORK_AT_DESK)
class InternalCallApi {
  private final InternalCalls calls;
  private final InternalCallStore store;
  private final UserStore users;
  private final Once once;

  InternalCallApi(InternalCalls calls, InternalCallStore store, UserStore users, Once once) {
    this.calls = calls;
    this.store = store;
    this.users = users;
    this.once = once;
  }

  record NewInternalCall(UserId user) {}

  record InternalCallBegun(SideId id) {}

  record SideMuted(boolean muted) {}

  /// The other one of an internal call.
  record Partner(UserId id, String name) {}

  /// `seconds` is null when nobody talked or it goes on, `result` when it was simply talked or goes
  /// on.
  record PastInternalCall(
      SideId id,
      Partner with,
      Way direction,
      Instant began,
      @Nullable Integer seconds,
      @Nullable CallResult result) {
    enum Way {
      IN,
      OUT
    }
  }

  private record Done() {}

  /// Rings at the user's desk.
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  InternalCallBegun call(
      CurrentUser agent,
      @RequestBody NewInternalCall wish,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
    return once.ask(agent, key, InternalCallBegun.class, () -> call(agent, wish.user()));
  }

  private InternalCallBegun call(CurrentUser agent, UserId user) {
    return switch (calls.call(agent.workspace(), agent.user(), user)) {
      case Begun.Rings(SideId id) -> new InternalCallBegun(id);
      case Begun.ColleagueBusy _ -> throw CallProblem.COLLEAGUE_BUSY.refusal();
      case Begun.ColleagueUnavailable _ -> throw CallProblem.COLLEAGUE_UNAVAILABLE.refusal();
      case Begun.Not(Why why) -> throw CallProblem.of(why).refusal();
    };
  }

  @PostMapping("/{side}/answer")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void answer(
      CurrentUser agent,
      @PathVariable SideId side,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
    once.ask(
        agent,
        key,
        Done.class,
        () -> {
          CallControlApi.settle(calls.answer(agent.workspace(), agent.user(), side));
          return new Done();
        });
  }

  @PostMapping("/{side}/decline")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void decline(CurrentUser agent, @PathVariable SideId side) {
    CallControlApi.settle(calls.decline(agent.workspace(), agent.user(), side));
  }

  @PostMapping("/{side}/end")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(CurrentUser agent, @PathVariable SideId side) {
    CallControlApi.settle(calls.end(agent.workspace(), agent.user(), side));
  }

  @PutMapping("/{side}/muted")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void mute(CurrentUser agent, @PathVariable SideId side, @RequestBody SideMuted wish) {
    CallControlApi.settle(calls.mute(agent.workspace(), agent.user(), side, wish.muted()));
  }

  /// One's own last ones, the last one first; consultations are with the calls they belong to.
  @GetMapping
  List<PastInternalCall> last(CurrentUser agent) {
    var last = store.last(agent.workspace(), agent.user(), CallLimits.RECENT);
    var others = last.stream().map(call -> other(agent, call)).distinct().toList();
    var names = users.names(agent.workspace(), others);
    return last.stream().map(call -> past(agent, call, names)).toList();
  }

  private static PastInternalCall past(
      CurrentUser agent, InternalCallDetail call, Map<UserId, String> names) {
    var other = other(agent, call);
    return new PastInternalCall(
        call.id(),
        new Partner(other, names.getOrDefault(other, "")),
        agent.user().equals(call.caller()) ? PastInternalCall.Way.OUT : PastInternalCall.Way.IN,
        call.began(),
        seconds(call),
        call.result());
  }

  private static @Nullable Integer seconds(InternalCallDetail call) {
    var answered = call.answered();
    var ended = call.ended();
    return answered == null || ended == null
        ? null
        : Math.toIntExact(Duration.between(answered, ended).toSeconds());
  }

  private static UserId other(CurrentUser agent, InternalCallDetail call) {
    return agent.user().equals(call.caller()) ? call.callee() : call.caller();
  }
}
