package org.hiwar.voice.sip;

import java.net.InetAddress;
import java.util.List;
import org.hiwar.voice.sip.digest.Algorithm;

/// How an endpoint is set up.
///
/// @param bind where it listens
/// @param port for UDP and TCP alike; 0 takes a free one
/// @param advertised the address that others reach us at, which differs from `bind` behind a router
/// @param realm shown to phones when they are asked for their password; part of the digest
/// @param algorithms offered to phones, the preferred first (RFC 8760 section 2.3). Telephones of
///     before that RFC give up when they are offered anything besides MD5; an installation that has
///     such offers MD5 alone. It cannot be chosen for each phone: what is offered would tell which
///     phones there are
public record SipSettings(
    InetAddress bind,
    int port,
    InetAddress advertised,
    String realm,
    List<Algorithm> algorithms,
    SipLimits limits) {
  public SipSettings {
    algorithms = List.copyOf(algorithms);
    if (algorithms.isEmpty()) throw new IllegalArgumentException("no algorithm");
  }
}
