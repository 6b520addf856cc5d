package org.hiwar.voice.webrtc.dtls;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bouncycastle.tls.DTLSRequest;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.DTLSVerifier;
import org.jspecify.annotations.Nullable;

/// One browser's DTLS, on a virtual thread of its own. It waits for a ClientHello, makes the
/// handshake, and then listens for the browser's farewell.
///
/// A handshake that fails is counted, and the next ClientHello is listened to: else whoever is
/// faster than the browser would end its call (the ClientHello race). Nothing is kept for a
/// ClientHello before its sender has shown, by returning a cookie, that he receives what we send
/// ([RFC 6347 section 4.2.1](https://www.rfc-editor.org/rfc/rfc6347#section-4.2.1)).
public final class DtlsAssociation {
  /// What a cookie is bound to besides this association's own secret. One association is one
  /// browser, and its address was valid before.
  private static final byte[] CLIENT = {1};

  private final DtlsIdentity identity;
  private final Fingerprint peer;
  private final DatagramQueue queue;
  private final DtlsListener listener;
  private final DTLSVerifier verifier;
  private final Thread thread;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile @Nullable DTLSTransport transport;

  private record Established(DTLSTransport transport, DtlsServer server, SrtpKeys keys) {}

  public DtlsAssociation(
      DtlsIdentity identity, Fingerprint peer, DatagramOut out, DtlsListener listener) {
    this.identity = identity;
    this.peer = peer;
    this.listener = listener;
    queue = new DatagramQueue(out);
    verifier = new DTLSVerifier(identity.crypto());
    thread = Thread.ofVirtual().name("dtls").unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /// Only datagrams from an address that is valid for this browser. False when too many wait.
  public boolean received(byte[] datagram, int length) {
    return queue.offer(Arrays.copyOf(datagram, length));
  }

  /// Says farewell to the browser if there is an association.
  public void close() {
    if (!closed.compareAndSet(false, true)) return;
    var established = transport;
    if (established != null) closeQuietly(established);
    thread.interrupt();
  }

  private static void closeQuietly(DTLSTransport established) {
    try {
      established.close();
    } catch (IOException _) {
      // The browser finds out by itself that nobody answers its checks.
    }
  }

  private void run() {
    try {
      var established = Optional.<Established>empty();
      while (established.isEmpty()) established = attempt(queue.take());
      listen(established.get());
    } catch (InterruptedException _) {
      // Closed; nothing is left to do on this thread.
    }
  }

  private Optional<Established> attempt(byte[] hello) throws InterruptedException {
    DTLSRequest request = null;
    if (DtlsRecords.beginsFragmentedHello(hello)) {
      queue.giveBack(hello);
    } else {
      request = verified(hello);
      if (request == null) return Optional.empty();
    }
    var server = new DtlsServer(identity, peer);
    try {
      var made = new DTLSServerProtocol().accept(server, queue.transport(), request);
      return server.keys().map(keys -> new Established(made, server, keys));
    } catch (IOException | RuntimeException _) {
      if (closed.get()) throw new InterruptedException();
      listener.failed(server.failure());
      return Optional.empty();
    }
  }

  /// Null when this is no ClientHello with a right cookie; to one without, a cookie is sent.
  private @Nullable DTLSRequest verified(byte[] hello) {
    var answered = new AtomicBoolean();
    try {
      var request =
          verifier.verifyRequest(
              CLIENT, hello, 0, hello.length, new AnswerSender(queue.transport(), answered));
      if (request == null && !answered.get()) listener.failed(HandshakeFailure.BAD_HELLO);
      return request;
    } catch (RuntimeException _) {
      listener.failed(HandshakeFailure.BAD_HELLO);
      return null;
    }
  }

  /// Until the browser says farewell or we do. Nothing else is expected any more, and nothing else
  /// ends the leg: its keys are there, and whether the browser is, its checks say.
  private void listen(Established association) {
    transport = association.transport;
    if (closed.get()) closeQuietly(association.transport); // while the handshake ended
    listener.established(association.keys);
    var ignored = new byte[DtlsLimits.RECEIVE_BYTES];
    try {
      while (!closed.get() && !association.server.isClosedByPeer())
        association.transport.receive(ignored, 0, ignored.length, DtlsLimits.LISTEN_MILLIS);
    } catch (IOException | RuntimeException _) {
      if (!closed.get() && !association.server.isClosedByPeer())
        listener.failed(HandshakeFailure.BROKEN);
    }
    if (association.server.isClosedByPeer() && closed.compareAndSet(false, true))
      listener.closedByPeer();
  }
}
