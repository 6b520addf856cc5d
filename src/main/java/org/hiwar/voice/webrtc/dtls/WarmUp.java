package org.hiwar.voice.webrtc.dtls;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.hiwar.voice.webrtc.srtp.ProtectionProfile;
import org.hiwar.voice.webrtc.srtp.SrtpReceiver;
import org.hiwar.voice.webrtc.srtp.SrtpSender;

/// A handshake with ourselves and a packet under its keys, with no network: the first one costs a
/// second or two of loading classes, which no browser shall wait for. To be run once when the
/// process starts, beside everything else.
public final class WarmUp {
  private static final int RTP_VERSION = 0x80;
  private static final int PACKET = 172;
  private static final int ROOM = 64;

  private WarmUp() {}

  /// @throws IllegalStateException if it fails, and then no browser could connect either
  public static void run(DtlsIdentity identity) {
    for (var profile : ProtectionProfile.values()) exchange(shakeHands(identity, profile));
  }

  private static SrtpKeys shakeHands(DtlsIdentity identity, ProtectionProfile profile) {
    var keys = new CompletableFuture<SrtpKeys>();
    var client = new Ends(identity, keys);
    try {
      var hello =
          new DtlsClient(identity, identity.fingerprint(), DtlsLimits.HANDSHAKE, profile.id());
      new DTLSClientProtocol().connect(hello, client.queue.transport());
      return keys.get(DtlsLimits.HANDSHAKE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (IOException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException("a DTLS handshake with ourselves", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("a DTLS handshake with ourselves", e);
    } finally {
      client.association.close();
    }
  }

  private static void exchange(SrtpKeys keys) {
    var packet = new byte[PACKET + ROOM];
    packet[0] = (byte) RTP_VERSION;
    int length = new SrtpSender(keys.profile(), keys.client()).protect(packet, PACKET);
    if (new SrtpReceiver(keys.profile(), keys.client()).unprotect(packet, length) != PACKET)
      throw new IllegalStateException("an SRTP packet to ourselves");
  }

  /// The server's end, and the queue from which the client reads.
  private static final class Ends implements DtlsListener {
    private final CompletableFuture<SrtpKeys> keys;
    private final DtlsAssociation association;
    private final DatagramQueue queue = new DatagramQueue(this::toServer);

    Ends(DtlsIdentity identity, CompletableFuture<SrtpKeys> keys) {
      this.keys = keys;
      association = new DtlsAssociation(identity, identity.fingerprint(), this::toClient, this);
      association.start();
    }

    private void toServer(byte[] bytes, int offset, int length) {
      association.received(Arrays.copyOfRange(bytes, offset, offset + length), length);
    }

    private void toClient(byte[] bytes, int offset, int length) {
      queue.offer(Arrays.copyOfRange(bytes, offset, offset + length));
    }

    @Override
    public void established(SrtpKeys established) {
      keys.complete(established);
    }

    @Override
    public void failed(HandshakeFailure failure) {
      keys.completeExceptionally(new IllegalStateException(failure.name()));
    }

    @Override
    public void closedByPeer() {}
  }
}
