package org.hiwar.voice.webrtc;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.hiwar.voice.media.LegStatistics;
import org.hiwar.voice.media.MediaLeg;
import org.hiwar.voice.media.PacketSink;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.webrtc.dtls.DtlsAssociation;
import org.hiwar.voice.webrtc.dtls.DtlsListener;
import org.hiwar.voice.webrtc.dtls.HandshakeFailure;
import org.hiwar.voice.webrtc.dtls.SrtpKeys;
import org.hiwar.voice.webrtc.ice.CheckOutcome;
import org.hiwar.voice.webrtc.ice.IceLimits;
import org.hiwar.voice.webrtc.ice.IceLite;
import org.hiwar.voice.webrtc.ice.StunMessage;
import org.hiwar.voice.webrtc.srtp.SrtpReceiver;
import org.hiwar.voice.webrtc.srtp.SrtpSender;

/// A browser's end of calls. It is made once, when the browser logs in, and calls come and go on it
/// without negotiation: while there is none, no RTP flows.
///
/// What comes from the network comes on the port's reading thread; [#send] may be called on any.
public final class BrowserLeg implements MediaLeg {
  private final Network network;
  private final LegParts parts;
  private final LegListener listener;
  private final IceLite ice;
  private final Incoming incoming;
  private final Outgoing outgoing;
  private final DtlsAssociation dtls;
  private final long begunAt;
  private boolean checked;
  private volatile LegState state = new LegState.Connecting();

  BrowserLeg(Network network, LegParts parts, LegListener listener) {
    this.network = network;
    this.parts = parts;
    this.listener = listener;
    ice = new IceLite(parts.ice(), parts.offer().fragment(), parts.nanos());
    incoming = new Incoming(network, parts);
    outgoing = new Outgoing(network, ice, parts);
    dtls =
        new DtlsAssociation(
            parts.identity(), parts.offer().fingerprint(), this::sendHandshake, new Handshake());
    begunAt = parts.nanos().getAsLong();
  }

  @Override
  public void deliverTo(PacketSink sink) {
    incoming.deliverTo(sink);
  }

  /// The packet gets the SSRC that our answer announced; its sequence numbers and timestamps are
  /// to go on from one call to the next. Nothing is sent before the leg is connected.
  @Override
  public void send(byte[] packet, int length) {
    outgoing.media(packet, length);
  }

  @Override
  public Payloads payloads() {
    return parts.offer().payloads();
  }

  public LegState state() {
    return state;
  }

  public LegStatistics statistics() {
    return parts.reports().statistics();
  }

  /// Says farewell to the browser. Again is allowed.
  public void close() {
    change(new LegState.Closed());
  }

  /// The check is for this leg's fragment.
  CheckOutcome check(StunMessage check, InetSocketAddress from) {
    var outcome = ice.check(check, from);
    if (outcome instanceof CheckOutcome.Valid && !checked) {
      checked = true;
      dtls.start();
    }
    return outcome;
  }

  boolean believes(InetSocketAddress address) {
    return ice.isValid(address);
  }

  String fragment() {
    return parts.ice().fragment();
  }

  void handshake(byte[] datagram, int length) {
    if (!dtls.received(datagram, length)) network.refused(Refusal.DTLS_TOO_MUCH);
  }

  void media(byte[] packet, int length) {
    incoming.media(packet, length);
  }

  void control(byte[] packet, int length) {
    incoming.control(packet, length);
  }

  /// Ends what is over and reports what is due. Called by the port's timer alone.
  void tick() {
    long now = parts.nanos().getAsLong();
    switch (state) {
      case LegState.Connecting _ -> {
        if (now - begunAt > WebRtcLimits.CONNECT.toNanos()) lose(missing());
      }
      case LegState.Connected _ -> {
        if (ice.silence().compareTo(IceLimits.CONSENT) > 0) {
          lose(LegState.Cause.SILENT);
        } else if (parts.reports().isDue(now)) {
          outgoing.report();
        }
      }
      case LegState.Lost _, LegState.Closed _ -> {}
    }
  }

  private LegState.Cause missing() {
    return ice.target() == null ? LegState.Cause.NEVER_REACHED : LegState.Cause.NO_HANDSHAKE;
  }

  private void lose(LegState.Cause cause) {
    change(new LegState.Lost(cause));
  }

  private synchronized void connect(SrtpKeys keys) {
    if (hasEnded()) return;
    incoming.begin(new SrtpReceiver(keys.profile(), keys.client()));
    outgoing.begin(new SrtpSender(keys.profile(), keys.server()));
    change(new LegState.Connected(keys.profile()));
  }

  private boolean hasEnded() {
    return switch (state) {
      case LegState.Connecting _, LegState.Connected _ -> false;
      case LegState.Lost _, LegState.Closed _ -> true;
    };
  }

  /// Final states stay.
  private synchronized void change(LegState next) {
    if (hasEnded()) return;
    state = next;
    if (!(next instanceof LegState.Connected)) {
      network.ended(this);
      incoming.end();
      outgoing.end();
      dtls.close();
    }
    listener.changed(this, next);
  }

  private void sendHandshake(byte[] bytes, int offset, int length) {
    var target = ice.target();
    if (target != null) network.send(ByteBuffer.wrap(bytes, offset, length), target);
  }

  private final class Handshake implements DtlsListener {
    @Override
    public void established(SrtpKeys keys) {
      connect(keys);
    }

    @Override
    public void failed(HandshakeFailure failure) {
      network.refused(
          switch (failure) {
            case BAD_HELLO -> Refusal.DTLS_BAD_HELLO;
            case NO_COMMON_PROFILE -> Refusal.DTLS_NO_COMMON_PROFILE;
            case WRONG_CERTIFICATE -> Refusal.DTLS_WRONG_CERTIFICATE;
            case BROKEN -> Refusal.DTLS_BROKEN;
          });
    }

    @Override
    public void closedByPeer() {
      lose(LegState.Cause.LEFT);
    }
  }
}
