package org.hiwar.voice.sip.jain;

import java.text.ParseException;
import javax.sip.address.SipURI;
import org.hiwar.voice.sip.Transport;
import org.jspecify.annotations.Nullable;

/// Addresses of trunks and numbers on them.
final class Uris {
  private static final int USUAL_PORT = 5060;

  private Uris() {}

  /// @param user null for the host itself
  static SipURI of(Wire wire, @Nullable String user, String host, int port) {
    var uri = wire.uri(user, host);
    if (port != USUAL_PORT) uri.setPort(port);
    return uri;
  }

  static SipURI over(SipURI uri, Transport transport) {
    if (transport == Transport.UDP) return uri; // what is meant without a word
    try {
      uri.setTransportParam("tcp");
      return uri;
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
