package org.hiwar.sms.smpp;

import java.io.IOException;
import java.net.Socket;

/// Connects to message centres.
@FunctionalInterface
public interface Sockets {
  /// A connected socket, with TLS and the name of the other side proved where `tls` says so. Takes
  /// `SmppLimits.CONNECT_WITHIN` at most.
  Socket connect(String host, int port, boolean tls) throws IOException;
}
