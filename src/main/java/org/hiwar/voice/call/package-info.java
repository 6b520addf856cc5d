/// CHANNELS: calls, which join customers, agents and the telephone network.
///
/// Owns the tables `call`, `recording`, `consultation` and `internal_call`. A call is an
/// interaction like a chat; the floor is told of its end through
/// [org.hiwar.conversation.Departures], asked through [org.hiwar.voice.call.AgentWork], and heard
/// as [org.hiwar.conversation.InteractionListener]. Publishes [org.hiwar.voice.call.CallListener],
/// [org.hiwar.voice.call.SideCallListener] and [org.hiwar.voice.call.DeviceListener]. May use
/// conversation, contact, workspace and platform.
///
/// What it has to know of numbers, ways to the network and limits it asks through
/// [org.hiwar.voice.call.PhoneNumbers], [org.hiwar.voice.call.CallerIds],
/// [org.hiwar.voice.call.Routes], [org.hiwar.voice.call.OutgoingGuard] and
/// [org.hiwar.voice.call.RecordingRules]; the administrator's settings behind them are in
/// `voice.line`.
@NullMarked
package org.hiwar.voice.call;

import org.jspecify.annotations.NullMarked;
