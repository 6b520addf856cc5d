package org.hiwar.voice.sip;

import java.net.InetAddress;

/// @param bind where it listens
/// @param port for UDP and TCP alike; 0 takes a free one
/// @param advertised the address that others reach us at, which differs from `bind` behind a router
/// @param realm shown to phones when they are asked for their password; part of the digest
public record SipSettings(
    InetAddress bind, int port, InetAddress advertised, String realm, SipLimits limits) {}
