package org.hiwar.voice.webrtc.dtls;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.hiwar.voice.webrtc.srtp.ProtectionProfile;

/// A browser's side of a handshake, for tests of other packages.
public final class PeerHandshake {
  private final DatagramQueue queue;
  private final DtlsClient client;

  /// @param profiles none means that SRTP is not offered at all
  public record Offered(List<ProtectionProfile> profiles, Duration patience) {}

  public PeerHandshake(
      Offered offered, DtlsIdentity identity, Fingerprint server, DatagramOut out) {
    var numbers = offered.profiles.stream().mapToInt(ProtectionProfile::id).toArray();
    queue = new DatagramQueue(out);
    client = new DtlsClient(identity, server, offered.patience, numbers);
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
