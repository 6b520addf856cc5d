package org.hiwar.voice.webrtc;

import java.util.function.LongSupplier;
import org.hiwar.voice.webrtc.dtls.DtlsIdentity;
import org.hiwar.voice.webrtc.ice.IceCredentials;
import org.hiwar.voice.webrtc.sdp.Offer;

/// What a leg is made of.
///
/// @param ssrc of what we send
/// @param cname our name in RTCP
/// @param nanos a monotonic clock
record LegParts(
    Offer offer,
    IceCredentials ice,
    DtlsIdentity identity,
    int ssrc,
    String cname,
    LongSupplier nanos) {}
