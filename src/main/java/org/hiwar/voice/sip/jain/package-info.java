/// [org.hiwar.voice.sip.SipEndpoint] over JAIN-SIP, whose types stay in this package.
///
/// The library parses and writes messages, moves them over UDP and TCP, and repeats them
/// (transactions, RFC 3261 section 17). Everything above that is ours: dialogs, digests, who is let
/// in. Each call has one thread and one bounded mailbox; the library's threads only hand over.
@NullMarked
package org.hiwar.voice.sip.jain;

import org.jspecify.annotations.NullMarked;
