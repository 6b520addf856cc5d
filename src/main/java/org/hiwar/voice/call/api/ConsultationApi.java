package org.hiwar.voice.call.api;

import java.util.UUID;
import org.hiwar.conversation.Interaction;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.platform.Refusal;
import org.hiwar.voice.call.CallControl.Asker;
import org.hiwar.voice.call.CallControl.Outcome;
import org.hiwar.voice.call.Consultations;
import org.hiwar.voice.call.Consultations.Begun;
import org.hiwar.voice.call.SideId;
import org.hiwar.voice.call.With;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Asking a colleague, or a number, into one's call. How it goes is seen at the call.
@RestController
@RequestMapping("/api/calls/{interaction}/consultation")
@ResponseStatus(HttpStatus.NO_CONTENT)
@Requires(Privilege.TRANSFER_CALLS)
class ConsultationApi {
  private final Consultations consultations;
  private final InteractionStore interactions;
  private final ServiceStore services;
  private final Once once;

  ConsultationApi(
      Consultations consultations,
      InteractionStore interactions,
      ServiceStore services,
      Once once) {
    this.consultations = consultations;
    this.interactions = interactions;
    this.services = services;
    this.once = once;
  }

  /// Either `user` or `number`, the other null. `service` in whose name the number is dialled; null
  /// for that of the call.
  record NewConsultation(
      @Nullable UserId user, @Nullable String number, @Nullable ServiceId service) {}

  record Consultation(SideId id) {}

  /// CUSTOMER: the consulted hears music; CONSULTED: the customer does; ALL: a conference.
  record TalkTo(With with) {}

  private record Done() {}

  /// The customer hears music while it rings there.
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Consultation ask(
      CurrentUser agent,
      @PathVariable InteractionId interaction,
      @RequestBody NewConsultation wish,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
    return once.ask(agent, key, Consultation.class, () -> ask(agent, interaction, wish));
  }

  private Consultation ask(CurrentUser agent, InteractionId interaction, NewConsultation wish) {
    return switch (begin(agent, interaction, wish)) {
      case Begun.Asked(SideId id) -> new Consultation(id);
      case Begun.ColleagueBusy _ -> throw CallProblem.COLLEAGUE_BUSY.refusal();
      case Begun.ColleagueUnavailable _ -> throw CallProblem.COLLEAGUE_UNAVAILABLE.refusal();
      case Begun.Not(Outcome why) -> throw CallControlApi.refusal(why);
    };
  }

  private Begun begin(CurrentUser agent, InteractionId interaction, NewConsultation wish) {
    var from = own(agent, interaction).service();
    var asker = asker(agent, interaction);
    var user = wish.user();
    var number = wish.number();
    if (user != null && number == null) return consultations.ask(asker, user);
    if (user != null || number == null) throw CallProblem.BAD_WISH.refusal();
    return consultations.ask(asker, service(agent, wish, from), Numbers.read(number));
  }

  private ServiceId service(CurrentUser agent, NewConsultation wish, ServiceId from) {
    var service = wish.service();
    if (service == null) return from;
    if (!VoiceServices.has(services, agent.workspace(), service))
      throw CallProblem.UNKNOWN_SERVICE.refusal();
    return service;
  }

  /// Whom the agent talks to, once the consulted has answered.
  @PutMapping
  void talkTo(
      CurrentUser agent, @PathVariable InteractionId interaction, @RequestBody TalkTo wish) {
    CallControlApi.settle(consultations.talkTo(asker(agent, interaction), wish.with()));
  }

  /// The agent leaves; the customer and the consulted, who has answered, go on. A colleague has the
  /// conversation from then on.
  @PostMapping("/complete")
  void complete(
      CurrentUser agent,
      @PathVariable InteractionId interaction,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
    once.ask(
        agent,
        key,
        Done.class,
        () -> {
          CallControlApi.settle(consultations.complete(asker(agent, interaction)));
          return new Done();
        });
  }

  /// The consulted is let go; the customer is on hold as before, or talks to the agent after a
  /// conference.
  @DeleteMapping
  void letGo(CurrentUser agent, @PathVariable InteractionId interaction) {
    CallControlApi.settle(consultations.letGo(asker(agent, interaction)));
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
}
