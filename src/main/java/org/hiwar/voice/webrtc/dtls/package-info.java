/// The keys of SRTP by a handshake of DTLS 1.2
/// ([RFC 6347](https://www.rfc-editor.org/rfc/rfc6347),
/// [RFC 5764](https://www.rfc-editor.org/rfc/rfc5764)), of which we are the server. Bouncy Castle
/// does the protocol; here are who we are, whom we believe, and what a bad guest cannot cause.
@NullMarked
package org.hiwar.voice.webrtc.dtls;

import org.jspecify.annotations.NullMarked;
