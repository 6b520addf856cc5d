/// The legs towards trunks and phones: RTP and RTCP over UDP in the clear
/// ([RFC 3550](https://www.rfc-editor.org/rfc/rfc3550)).
///
/// A leg has two neighbouring ports, the even one for RTP. Its packets are read on one of a few
/// threads with a selector each, and nothing is allocated for a packet but the 16 bytes that the
/// JDK's selector boxes a file descriptor into. Who may be the source of a leg is decided by
/// [org.hiwar.voice.media.rtp.SourceRule] and counted.
@NullMarked
package org.hiwar.voice.media.rtp;

import org.jspecify.annotations.NullMarked;
