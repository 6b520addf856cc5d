package org.hiwar.voice.webrtc.sdp;

import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.sdp.Direction;
import org.hiwar.voice.webrtc.dtls.Fingerprint;

/// What matters of a browser's offer.
///
/// @param mid the name of its audio section
/// @param fragment the browser's user name fragment of ICE
/// @param fingerprint of the browser's certificate
/// @param direction as the browser sees it
/// @param payloads what both sides can: G.711, and telephone events if the browser knows them
/// @param hasBothLaws whether the browser takes A-law and µ-law
public record Offer(
    String mid,
    String fragment,
    Fingerprint fingerprint,
    Direction direction,
    Payloads payloads,
    boolean hasBothLaws) {}
