package org.hiwar.voice.webrtc.dtls;

import java.io.IOException;
import java.time.Duration;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.hiwar.voice.webrtc.srtp.ProtectionProfile;

/// A browser's side of a handshake, for tests of other packages.
public final class PeerHandshake {
  /// Longer than the server's, so that a failed attempt may be followed by another.
  private static final Duration PATIENCE = Duration.ofSeconds(9);

  private final DatagramQueue queue;
  private final DtlsClient client;

  /// @param offered none means that SRTP is not offered at all
  public PeerHandshake(
      DtlsIdentity identity, Fingerprint server, DatagramOut out, ProtectionProfile... offered) {
    var numbers = new int[offered.length];
    for (int i = 0; i < offered.length; i++) numbers[i] = offered[i].id();
    queue = new DatagramQueue(out);
    client = new DtlsClient(identity, server, PATIENCE, numbers);
  }

  public void received(byte[] datagram) {
    queue.offer(datagram);
  }

  public DTLSTransport connect() throws IOException {
    return new DTLSClientProtocol().connect(client, queue.transport());
  }

  public SrtpKeys keys() {
    return client.keys().orElseThrow();
  }
}
