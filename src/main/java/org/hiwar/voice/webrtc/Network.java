package org.hiwar.voice.webrtc;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/// The port as its legs see it.
interface Network {
  /// What cannot be sent at once is dropped and counted.
  void send(ByteBuffer datagram, InetSocketAddress to);

  void refused(Refusal why);

  /// The leg has ended: nothing goes to it any more.
  void ended(BrowserLeg leg);
}
