package org.hiwar.voice.call.api;

import org.hiwar.voice.call.AgentLegs;
import org.hiwar.voice.call.CallLimits;
import org.hiwar.voice.webrtc.OfferOutcome;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The agent's browser as a telephone: connected once, for all calls.
@RestController
@RequestMapping("/api/phone")
@Requires(Privilege.WORK_AT_DESK)
class PhoneApi {
  private final AgentLegs legs;
  private final PhoneSessions sessions;

  PhoneApi(AgentLegs legs, PhoneSessions sessions) {
    this.legs = legs;
    this.sessions = sessions;
  }

  /// `sdp` is the browser's offer, or the answer to it.
  record Description(String sdp) {}

  /// Another browser of the same agent is disconnected.
  @PostMapping
  Description open(CurrentUser agent, @RequestBody Description offer) {
    if (offer.sdp().length() > CallLimits.OFFER) throw CallProblem.BAD_OFFER.refusal();
    return switch (legs.open(agent.workspace(), agent.user(), offer.sdp())) {
      case OfferOutcome.Answered answered -> {
        sessions.opened(agent);
        yield new Description(answered.answer());
      }
      case OfferOutcome.Refused _ -> throw CallProblem.BAD_OFFER.refusal();
    };
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void close(CurrentUser agent) {
    sessions.closed(agent);
    legs.close(agent.workspace(), agent.user());
  }
}
