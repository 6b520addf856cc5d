package org.hiwar.voice.webrtc;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.bouncycastle.tls.DTLSTransport;
import org.hiwar.voice.webrtc.dtls.DtlsIdentity;
import org.hiwar.voice.webrtc.dtls.Fingerprint;
import org.hiwar.voice.webrtc.dtls.PeerHandshake;
import org.hiwar.voice.webrtc.ice.Checks;
import org.hiwar.voice.webrtc.ice.IceCredentials;
import org.hiwar.voice.webrtc.srtp.ProtectionProfile;
import org.hiwar.voice.webrtc.srtp.SrtpReceiver;
import org.hiwar.voice.webrtc.srtp.SrtpSender;
import org.jspecify.annotations.Nullable;

/// A browser written here, which does what no real one would.
final class PeerBrowser implements AutoCloseable {
  static final DtlsIdentity IDENTITY = DtlsIdentity.create(new SecureRandom(), Clock.systemUTC());
  private static final String FRAGMENT = "peer";
  private static final int PACKET = 172;
  private static final int SSRC = 0x1234;

  private final InetSocketAddress server;
  private final BrowserLeg leg;
  private final Checks checks;
  private final Fingerprint serverFingerprint;
  private final BlockingQueue<LegState> states = new LinkedBlockingQueue<>();
  private final BlockingQueue<byte[]> answers = new LinkedBlockingQueue<>();
  private final BlockingQueue<byte[]> media = new LinkedBlockingQueue<>();
  private volatile DatagramSocket socket;
  private volatile @Nullable PeerHandshake handshake;
  private @Nullable DTLSTransport transport;
  private @Nullable SrtpSender sender;
  private @Nullable SrtpReceiver receiver;
  private int sequence;

  /// Longer than the server's, so that a failed attempt may be followed by another.
  private Duration patience = Duration.ofSeconds(20);

  PeerBrowser(WebRtcPort port) throws IOException {
    var outcome = port.answer(offer(), (_, state) -> states.add(state));
    if (!(outcome instanceof OfferOutcome.Answered(var answered, var answer)))
      throw new IllegalStateException(outcome.toString());
    leg = answered;
    server = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port.port());
    checks =
        new Checks(
            new IceCredentials(value(answer, "ice-ufrag"), value(answer, "ice-pwd")), FRAGMENT);
    serverFingerprint =
        Fingerprint.read(value(answer, "fingerprint").substring("sha-256 ".length())).orElseThrow();
    socket = listen();
  }

  private static String offer() {
    return String.join(
        "\r\n",
        List.of(
            "v=0",
            "o=- 1 1 IN IP4 127.0.0.1",
            "s=-",
            "t=0 0",
            "a=group:BUNDLE 0",
            "m=audio 9 UDP/TLS/RTP/SAVPF 0 8 126",
            "a=mid:0",
            "a=rtcp-mux",
            "a=ice-ufrag:" + FRAGMENT,
            "a=ice-pwd:0123456789012345678901",
            "a=fingerprint:sha-256 " + IDENTITY.fingerprint().text(),
            "a=setup:actpass",
            "a=rtpmap:126 telephone-event/8000",
            ""));
  }

  private static String value(String sdp, String attribute) {
    var line = Pattern.compile("(?m)^a=" + attribute + ":(.*?)\\r?$").matcher(sdp);
    if (!line.find()) throw new IllegalStateException("no " + attribute + " in " + sdp);
    return line.group(1);
  }

  private DatagramSocket listen() throws SocketException {
    var opened = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    Thread.ofVirtual().start(() -> read(opened));
    return opened;
  }

  private void read(DatagramSocket from) {
    var datagram = new DatagramPacket(new byte[2048], 2048);
    try {
      while (true) {
        from.receive(datagram);
        sort(Arrays.copyOf(datagram.getData(), datagram.getLength()));
        datagram.setLength(2048);
      }
    } catch (IOException _) {
      // The socket is closed.
    }
  }

  private void sort(byte[] bytes) {
    int first = bytes[0] & 0xff;
    if (first < 4) answers.add(bytes);
    else if (first >= 128) media.add(bytes);
    else if (handshake != null) handshake.received(bytes);
  }

  BrowserLeg leg() {
    return leg;
  }

  int localPort() {
    return socket.getLocalPort();
  }

  /// The next state of the leg; null when none comes.
  @Nullable LegState nextState() throws InterruptedException {
    return states.poll(60, TimeUnit.SECONDS);
  }

  void send(byte[] bytes) throws IOException {
    socket.send(new DatagramPacket(bytes, bytes.length, server));
  }

  /// Gives a handshake up soon, because it will fail.
  PeerBrowser impatient() {
    patience = Duration.ofSeconds(1);
    return this;
  }

  PeerBrowser patient() {
    patience = Duration.ofSeconds(20);
    return this;
  }

  /// Whether a check is answered with success; nominates.
  boolean check() throws IOException, InterruptedException {
    answers.clear();
    send(checks.nomination());
    var answer = answers.poll(5, TimeUnit.SECONDS);
    return answer != null && Checks.isSuccess(answer, answer.length);
  }

  void shakeHands(ProtectionProfile... offered) throws IOException {
    shakeHands(IDENTITY, offered);
  }

  void shakeHands(DtlsIdentity as, ProtectionProfile... offered) throws IOException {
    var made =
        new PeerHandshake(
            new PeerHandshake.Offered(List.of(offered), patience),
            as,
            serverFingerprint,
            (bytes, offset, length) -> trySend(Arrays.copyOfRange(bytes, offset, offset + length)));
    handshake = made;
    transport = made.connect();
    sender = new SrtpSender(made.keys().profile(), made.keys().client());
    receiver = new SrtpReceiver(made.keys().profile(), made.keys().server());
  }

  private void trySend(byte[] bytes) {
    try {
      send(bytes);
    } catch (IOException _) {
      // Lost, as on the way.
    }
  }

  /// Says farewell.
  void leave() throws IOException {
    if (transport != null) transport.close();
  }

  /// Another network: a new address, and the old one is gone.
  void move() throws SocketException {
    socket.close();
    socket = listen();
  }

  /// An RTP packet of G.711 whose payload is one byte repeated.
  void speak(int type, int value) throws IOException {
    send(protectedPacket(type, value));
  }

  byte[] protectedPacket(int type, int value) {
    var packet = packet(type, ++sequence, value);
    var room = Arrays.copyOf(packet, PACKET + 32);
    if (sender == null) throw new IllegalStateException("no handshake was made");
    return Arrays.copyOf(room, sender.protect(room, PACKET));
  }

  static byte[] packet(int type, int sequence, int value) {
    var packet = ByteBuffer.allocate(PACKET).put((byte) 0x80).put((byte) type);
    packet.putShort((short) sequence).putInt(160 * sequence).putInt(SSRC);
    while (packet.hasRemaining()) packet.put((byte) value);
    return packet.array();
  }

  /// The next RTP packet from the leg, in the clear; null when none comes.
  byte @Nullable [] hear() throws InterruptedException {
    if (receiver == null) throw new IllegalStateException("no handshake was made");
    while (true) {
      var packet = media.poll(30, TimeUnit.SECONDS);
      if (packet == null) return null;
      if ((packet[1] & 0xff) >= 192) continue;
      int length = receiver.unprotect(packet, packet.length);
      if (length > 0) return Arrays.copyOf(packet, length);
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
