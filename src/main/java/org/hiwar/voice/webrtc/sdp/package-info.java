/// Offer and answer in SDP between a browser and us
/// ([RFC 8866](https://www.rfc-editor.org/rfc/rfc8866),
/// [RFC 8829](https://www.rfc-editor.org/rfc/rfc8829)): one section of audio, bundled, with RTP and
/// RTCP on one port. The browser always offers.
@NullMarked
package org.hiwar.voice.webrtc.sdp;

import org.jspecify.annotations.NullMarked;
