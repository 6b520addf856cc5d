package org.hiwar.voice.webrtc;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

/// What a port is opened with.
///
/// @param bind port 0 takes a free one
/// @param advertised what browsers are told, because behind NAT it is another one. Firefox ignores
///   127.0.0.1
/// @param reportEvery of RTCP, on average; [org.hiwar.voice.media.rtp.Reports#USUAL] in earnest
public record WebRtcSettings(
    InetSocketAddress bind, InetAddress advertised, Duration reportEvery) {}
