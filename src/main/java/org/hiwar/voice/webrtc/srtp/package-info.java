/// Encryption and authentication of RTP and RTCP packets: SRTP
/// ([RFC 3711](https://www.rfc-editor.org/rfc/rfc3711)), with AES-GCM after
/// [RFC 7714](https://www.rfc-editor.org/rfc/rfc7714), on the ciphers of the JDK.
///
/// Packets begin at the first byte of their array and are changed in place. What an attacker can
/// cause is a negative number and never an exception, because a packet comes 50 times a second.
@NullMarked
package org.hiwar.voice.webrtc.srtp;

import org.jspecify.annotations.NullMarked;
