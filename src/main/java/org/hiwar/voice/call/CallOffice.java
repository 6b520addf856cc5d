package org.hiwar.voice.call;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hiwar.conversation.Departures;
import org.hiwar.platform.Ids;
import org.hiwar.voice.sip.SipEndpoint;
import org.hiwar.workspace.UserId;

/// What every call needs of the rest.
///
/// @param sip asked for when it is needed: it is opened after those who take its calls
public record CallOffice(
    Studio studio,
    Telephones telephones,
    Supplier<SipEndpoint> sip,
    CallDetailStore details,
    RecordingStore recordings,
    RecordingRules rules,
    QueueRules queueRules,
    QueuePlaces places,
    Supplier<Departures> departures,
    AgentWork work,
    ConsultationStore consultations,
    InternalCallStore internalCalls,
    SideCalls sides,
    Supplier<PhoneTransfers> transfers,
    List<CallListener> listeners,
    Clock clock,
    Ids ids) {

  /// What the agent is connected with; empty when that is away, or has to be reached first.
  Optional<AgentLeg> leg(CallKey call, UserId agent) {
    return leg(AgentPart.of(call, agent));
  }

  Optional<AgentLeg> leg(AgentPart part) {
    return telephones.leg(part);
  }

  /// Whether the agent telephones with what has to be called for each call.
  boolean isReached(AgentPart part) {
    return !telephones.isBrowser(part.workspace(), part.agent());
  }

  /// Has the agent on the line: at once with a browser, after a while with a phone or a number,
  /// which rings; or not.
  void reach(Reach wish) {
    telephones.reach(wish);
  }

  /// The agent has nothing to do with the call any more.
  void letGo(AgentPart part) {
    telephones.letGo(part);
  }
}
