/// Calls: what joins customers, agents and the telephone network.
///
/// What it has to know of numbers, ways to the network and limits it asks through
/// [org.hiwar.voice.call.PhoneNumbers], [org.hiwar.voice.call.CallerIds],
/// [org.hiwar.voice.call.Routes], [org.hiwar.voice.call.OutgoingGuard] and
/// [org.hiwar.voice.call.RecordingRules]; the administrator's settings behind them are in
/// `voice.line`.
@NullMarked
package org.hiwar.voice.call;

import org.jspecify.annotations.NullMarked;
