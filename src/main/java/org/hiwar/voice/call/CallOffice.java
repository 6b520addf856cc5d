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
    AgentLegs legs,
    Supplier<SipEndpoint> sip,
    CallDetailStore details,
    RecordingStore recordings,
    RecordingRules rules,
    QueueRules queueRules,
    QueuePlaces places,
    Supplier<Departures> departures,
    AgentWork work,
    List<CallListener> listeners,
    Clock clock,
    Ids ids) {

  Optional<AgentLeg> leg(CallKey call, UserId agent) {
    return legs.leg(call.workspace(), agent);
  }
}
