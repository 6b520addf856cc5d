/// Browsers as ends of calls: one UDP port for all of them ([org.hiwar.voice.webrtc.WebRtcPort]),
/// and for each a persistent leg with keys of its own ([org.hiwar.voice.webrtc.BrowserLeg]). The
/// packages below are the protocols: `sdp`, `ice`, `dtls`, `srtp`; reports are those of
/// [org.hiwar.voice.media.rtp.Reports].
///
/// Threads: one platform thread reads the port and delivers packets; one timer ends what is over
/// and sends reports; a virtual thread per leg makes its DTLS handshake. No tables.
@NullMarked
package org.hiwar.voice.webrtc;

import org.jspecify.annotations.NullMarked;
