package org.hiwar.voice.call.api;

import java.util.UUID;
import org.hiwar.conversation.Interaction;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.platform.Refusal;
import org.hiwar.voice.call.CallControl;
import org.hiwar.voice.call.CallControl.Asker;
import org.hiwar.voice.call.CallControl.Outcome;
import org.hiwar.voice.call.CallLimits;
import org.hiwar.voice.call.CallState;
import org.hiwar.voice.call.OutgoingCalls;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What an agent does during a call.
@RestController
@RequestMapping("/api/calls/{interaction}")
@ResponseStatus(HttpStatus.NO_CONTENT)
class CallControlApi {
  private final CallControl control;
  private final InteractionStore interactions;
  private final ServiceStore services;
  private final Once once;

  CallControlApi(
      CallControl control, InteractionStore interactions, ServiceStore services, Once once) {
    this.control = control;
    this.interactions = interactions;
    this.services = services;
    this.once = once;
  }

  record Held(boolean held) {}

  record Muted(boolean muted) {}

  /// `keys` of 0123456789*#.
  record Keys(String keys) {}

  record RecordingWish(CallState.Recording state) {}

  /// Either of the two, the other null.
  record Transfer(@Nullable ServiceId service, @Nullable String number) {}

  private record Done() {}

  /// On hold the customer hears music. Retrieving ends a transfer that nobody has answered yet.
  @PutMapping("/held")
  @Requires(Privilege.WORK_AT_DESK)
  void hold(CurrentUser agent, @PathVariable InteractionId interaction, @RequestBody Held wish) {
    settle(control.hold(asker(agent, interaction), wish.held()));
  }

  @PutMapping("/muted")
  @Requires(Privilege.WORK_AT_DESK)
  void mute(CurrentUser agent, @PathVariable InteractionId interaction, @RequestBody Muted wish) {
    settle(control.mute(asker(agent, interaction), wish.muted()));
  }

  @PostMapping("/keys")
  @Requires(Privilege.WORK_AT_DESK)
  void press(
      CurrentUser agent,
      @PathVariable InteractionId interaction,
      @RequestBody Keys wish,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
    if (!wish.keys().matches("[0-9*#]{1," + CallLimits.KEYS + "}"))
      throw CallProblem.BAD_KEYS.refusal();
    once.ask(
        agent,
        key,
        Done.class,
        () -> {
          settle(control.press(asker(agent, interaction), wish.keys()));
          return new Done();
        });
  }

  /// Begins, pauses (for card data: silence, and no keys) or ends the recording.
  @PutMapping("/recording")
  @Requires(Privilege.RECORD_CALLS)
  void record(
      CurrentUser agent, @PathVariable InteractionId interaction, @RequestBody RecordingWish wish) {
    if (wish.state() == CallState.Recording.ANNOUNCING) throw CallProblem.BAD_WISH.refusal();
    settle(control.record(asker(agent, interaction), wish.state()));
  }

  /// Gives the customer to the queue of a service, or calls them through to a number.
  @PostMapping("/transfer")
  @Requires(Privilege.TRANSFER_CALLS)
  void transfer(
      CurrentUser agent,
      @PathVariable InteractionId interaction,
      @RequestBody Transfer to,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
    once.ask(
        agent,
        key,
        Done.class,
        () -> {
          settle(transfer(agent, interaction, to));
          return new Done();
        });
  }

  private Outcome transfer(CurrentUser agent, InteractionId interaction, Transfer to) {
    var asker = asker(agent, interaction);
    var from = own(agent, interaction).service();
    var service = to.service();
    var number = to.number();
    if (service != null && number == null) {
      if (!VoiceServices.has(services, agent.workspace(), service))
        throw CallProblem.UNKNOWN_SERVICE.refusal();
      return control.transfer(asker, service);
    }
    if (service != null || number == null) throw CallProblem.BAD_WISH.refusal();
    return control.transfer(asker, from, Numbers.read(number));
  }

  private Interaction own(CurrentUser agent, InteractionId interaction) {
    return interactions
        .find(agent.workspace(), interaction)
        .filter(found -> agent.user().equals(found.agent()))
        .orElseThrow(Refusal::notFound);
  }

  private static Asker asker(CurrentUser agent, InteractionId interaction) {
    return new Asker(agent.workspace(), agent.user(), interaction);
  }

  static void settle(Outcome outcome) {
    if (!(outcome instanceof Outcome.Done)) throw refusal(outcome);
  }

  /// An agent who has the interaction but no call is told so; for others there is nothing.
  static Refusal refusal(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done _ -> throw new IllegalArgumentException("nothing is refused");
      case Outcome.NotYours _ -> Refusal.notFound();
      case Outcome.NoCall _ -> CallProblem.NO_CALL.refusal();
      case Outcome.TooMuch _ -> CallProblem.TOO_MUCH.refusal();
      case Outcome.NotDialled(OutgoingCalls.Why why) -> CallProblem.of(why).refusal();
    };
  }
}
