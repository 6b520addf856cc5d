package org.hiwar.voice.call.api;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hiwar.contact.ContactId;
import org.hiwar.conversation.BegunCall;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.InteractionId;
import org.hiwar.platform.Refusal;
import org.hiwar.voice.call.CallerIds;
import org.hiwar.voice.call.OutgoingCalls;
import org.hiwar.voice.call.OutgoingCalls.Placed;
import org.hiwar.voice.call.OutgoingCalls.Wanted;
import org.hiwar.voice.call.ServiceLanguages;
import org.hiwar.voice.sip.Caller;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.Service;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Calls that agents make.
@RestController
@RequestMapping("/api/calls")
@Requires(Privilege.MAKE_CALLS)
class CallApi {
  private final OutgoingCalls calls;
  private final ServiceStore services;
  private final CallerIds callerIds;
  private final ServiceLanguages languages;
  private final Once once;

  CallApi(
      OutgoingCalls calls,
      ServiceStore services,
      CallerIds callerIds,
      ServiceLanguages languages,
      Once once) {
    this.calls = calls;
    this.services = services;
    this.callerIds = callerIds;
    this.languages = languages;
    this.once = once;
  }

  /// `callerId` is the number that is shown; null: none was set, the trunk shows its own.
  /// `languages` are those its numbers are called in; empty: they name none.
  record CallingService(
      ServiceId id, String name, @Nullable String callerId, Set<String> languages) {}

  /// `number` may have spaces, brackets and dashes in it. `contact` and `conversation` null: the
  /// number tells.
  record NewCall(
      String number,
      ServiceId service,
      @Nullable ContactId contact,
      @Nullable ConversationId conversation) {}

  record Begun(InteractionId interaction, ConversationId conversation) {}

  /// The services in whose name one may call.
  @GetMapping("/services")
  List<CallingService> services(CurrentUser agent) {
    var spoken = languages.languages(agent.workspace());
    return services.all(agent.workspace()).stream()
        .filter(service -> service.medium() == Medium.VOICE)
        .map(service -> calling(agent, service, spoken.getOrDefault(service.id(), Set.of())))
        .toList();
  }

  /// Begins a call. How it goes is seen at its interaction.
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Begun call(
      CurrentUser agent,
      @RequestBody NewCall wish,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
    return once.ask(agent, key, Begun.class, () -> begin(agent, wish));
  }

  private Begun begin(CurrentUser agent, NewCall wish) {
    var number = Numbers.read(wish.number());
    if (!VoiceServices.has(services, agent.workspace(), wish.service()))
      throw CallProblem.UNKNOWN_SERVICE.refusal();
    var wanted =
        new Wanted(agent.user(), wish.service(), number, wish.contact(), wish.conversation());
    return switch (calls.place(agent.workspace(), wanted)) {
      case Placed.Begun(BegunCall begun) -> new Begun(begun.interaction(), begun.conversation());
      case Placed.NotBegun(OutgoingCalls.Why why) -> throw refusal(why);
    };
  }

  private static Refusal refusal(OutgoingCalls.Why why) {
    return CallProblem.of(why).refusal();
  }

  private CallingService calling(CurrentUser agent, Service service, Set<String> spoken) {
    var shown =
        callerIds
            .callerId(agent.workspace(), service.id())
            .map(caller -> caller instanceof Caller.Number n ? n.number().text() : null);
    return new CallingService(service.id(), service.name(), shown.orElse(null), spoken);
  }
}
