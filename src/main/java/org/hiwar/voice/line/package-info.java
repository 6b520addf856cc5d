/// What an administrator sets up of telephony: trunks, phone numbers, what may be dialled, and what
/// services do with calls.
///
/// Owns the tables `trunk`, `phone_number`, `call_limits` and `service_voice`. Answers what
/// `voice.call` asks of it ([org.hiwar.voice.call.PhoneNumbers],
/// [org.hiwar.voice.call.CallerIds], [org.hiwar.voice.call.Routes],
/// [org.hiwar.voice.call.OutgoingGuard], [org.hiwar.voice.call.RecordingRules],
/// [org.hiwar.voice.call.ServiceLanguages]) and tells `voice.sip` which trunks there are. May use
/// workspace and platform.
@NullMarked
package org.hiwar.voice.line;

import org.jspecify.annotations.NullMarked;
