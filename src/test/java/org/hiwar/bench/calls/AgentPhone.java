package org.hiwar.bench.calls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.hiwar.voice.webrtc.dtls.DtlsIdentity;
import org.hiwar.voice.webrtc.dtls.Fingerprint;
import org.hiwar.voice.webrtc.dtls.PeerHandshake;
import org.hiwar.voice.webrtc.ice.Checks;
import org.hiwar.voice.webrtc.ice.IceCredentials;
import org.hiwar.voice.webrtc.srtp.ProtectionProfile;
import org.hiwar.voice.webrtc.srtp.SrtpReceiver;
import org.hiwar.voice.webrtc.srtp.SrtpSender;
import org.jspecify.annotations.Nullable;

/// The telephone of an agent's browser without the browser: offers, checks, shakes hands, encrypts
/// and checks again every 2.5 s, as Chromium does.
final class AgentPhone extends MediaEnd {
  private static final DtlsIdentity IDENTITY =
      DtlsIdentity.create(new SecureRandom(), Clock.systemUTC());
  private static final String FRAGMENT = "benchpeer";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int CHECK_EVERY = 125;

  private final CompletableFuture<Void> reached = new CompletableFuture<>();
  private volatile @Nullable Checks checks;
  private volatile @Nullable InetSocketAddress server;
  private volatile @Nullable PeerHandshake handshake;
  private int ticks;

  AgentPhone(InetAddress at, int ssrc, Meters meters, Ears ears) throws IOException {
    super(at, ssrc, meters, ears);
  }

  static String offer() {
    return String.join(
        "\r\n",
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
        "");
  }

  /// Connects to where the answer says; returns when there are keys.
  void connect(String answer) throws Exception {
    var candidate =
        Pattern.compile("(?m)^a=candidate:\\S+ 1 udp \\d+ (\\S+) (\\d+)").matcher(answer);
    if (!candidate.find()) throw new IOException("no candidate in " + answer);
    var at =
        new InetSocketAddress(
            InetAddress.ofLiteral(candidate.group(1)), Integer.parseInt(candidate.group(2)));
    var ice = new IceCredentials(value(answer, "ice-ufrag"), value(answer, "ice-pwd"));
    server = at;
    checks = new Checks(ice, FRAGMENT);
    check();
    reached.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    var made =
        new PeerHandshake(
            new PeerHandshake.Offered(List.of(ProtectionProfile.values()), PATIENCE),
            IDENTITY,
            Fingerprint.read(value(answer, "fingerprint").substring("sha-256 ".length()))
                .orElseThrow(),
            (bytes, offset, length) -> send(ByteBuffer.wrap(bytes, offset, length), at));
    handshake = made;
    var _ = made.connect();
    var keys = made.keys();
    secure(
        new SrtpSender(keys.profile(), keys.client()),
        new SrtpReceiver(keys.profile(), keys.server()));
    aim(at);
  }

  private static String value(String sdp, String attribute) {
    var line = Pattern.compile("(?m)^a=" + attribute + ":(.*?)\\r?$").matcher(sdp);
    if (!line.find()) throw new IllegalStateException("no " + attribute + " in " + sdp);
    return line.group(1);
  }

  @Override
  public void talk() {
    super.talk();
    if (++ticks % CHECK_EVERY == 0) check();
  }

  private void check() {
    var to = server;
    var made = checks;
    if (to != null && made != null) send(ByteBuffer.wrap(made.nomination()), to);
  }

  @Override
  void received(byte[] datagram, int length) {
    int first = datagram[0] & 0xff;
    var shaking = handshake;
    if (first >= 128) super.received(datagram, length);
    else if (first < 4) reached.complete(null);
    else if (shaking != null) shaking.received(Arrays.copyOf(datagram, length));
  }
}
