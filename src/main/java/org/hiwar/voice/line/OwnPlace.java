package org.hiwar.voice.line;

import java.net.InetAddress;
import org.hiwar.voice.media.rtp.PortRange;

/// Where providers and telephones reach this server, as it is set up.
///
/// @param advertised the address that they are told
/// @param bind where it listens
/// @param media UDP ports for the audio
public record OwnPlace(InetAddress advertised, InetAddress bind, PortRange media) {
  /// Whether only programs on this machine get through.
  public boolean isOnlyHere() {
    return bind.isLoopbackAddress();
  }
}
