package org.hiwar.voice.webrtc;

import java.util.function.LongSupplier;
import org.hiwar.voice.media.rtp.Reports;
import org.hiwar.voice.webrtc.dtls.DtlsIdentity;
import org.hiwar.voice.webrtc.ice.IceCredentials;
import org.hiwar.voice.webrtc.sdp.Offer;

/// What a leg is made of.
///
/// @param reports with the source and the name that our answer announces
/// @param nanos a monotonic clock
record LegParts(
    Offer offer, IceCredentials ice, DtlsIdentity identity, Reports reports, LongSupplier nanos) {}
