package org.hiwar.voice.webrtc;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.security.SecureRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.hiwar.voice.media.rtp.Reports;
import org.hiwar.voice.webrtc.dtls.DtlsIdentity;
import org.hiwar.voice.webrtc.ice.IceCredentials;
import org.hiwar.voice.webrtc.sdp.Answer;
import org.hiwar.voice.webrtc.sdp.Offer;
import org.hiwar.voice.webrtc.sdp.OfferReader;
import org.hiwar.voice.webrtc.sdp.OfferReading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One UDP port for all browsers. Whatever comes is taken to its leg, or refused and counted;
/// nothing that comes ends the reading.
public final class WebRtcPort implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebRtcPort.class);

  private final DatagramChannel channel;
  private final Selector selector;
  private final WebRtcSettings settings;
  private final DtlsIdentity identity;
  private final SecureRandom random;
  private final LongSupplier nanos;
  private final Counters counters = new Counters();
  private final Legs legs = new Legs();
  private final Network network = new Socket();
  private final Demultiplexer demultiplexer = new Demultiplexer(network, legs);
  private final Thread reader = Thread.ofPlatform().name("webrtc").daemon().unstarted(this::read);
  private final Thread timer = Thread.ofVirtual().name("webrtc-timer").unstarted(this::time);

  /// @param nanos a monotonic clock
  /// @throws IOException if the port is taken
  public WebRtcPort(
      WebRtcSettings settings, DtlsIdentity identity, SecureRandom random, LongSupplier nanos)
      throws IOException {
    this.settings = settings;
    this.identity = identity;
    this.random = random;
    this.nanos = nanos;
    selector = Selector.open();
    channel = channel(settings);
    try {
      open();
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private void open() throws IOException {
    channel.setOption(StandardSocketOptions.SO_RCVBUF, WebRtcLimits.SOCKET_BUFFER);
    channel.setOption(StandardSocketOptions.SO_SNDBUF, WebRtcLimits.SOCKET_BUFFER);
    channel.bind(settings.bind());
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ);
    reader.start();
    timer.start();
  }

  /// Of IPv4 alone where nothing else can come: a socket for both takes a longer way through the
  /// system with every packet.
  private static DatagramChannel channel(WebRtcSettings settings) throws IOException {
    var isIpv4 =
        settings.bind().getAddress() instanceof Inet4Address
            && settings.advertised() instanceof Inet4Address;
    return isIpv4 ? DatagramChannel.open(StandardProtocolFamily.INET) : DatagramChannel.open();
  }

  /// Answers a browser's offer with a leg of its own.
  public OfferOutcome answer(String sdp, LegListener listener) {
    return switch (OfferReader.read(sdp)) {
      case OfferReading.Refused(var sentence) -> new OfferOutcome.Refused(sentence);
      case OfferReading.Understood(var offer) ->
          legs.count() < WebRtcLimits.LEGS
              ? answer(offer, listener)
              : new OfferOutcome.Refused("There are too many browsers.");
    };
  }

  private OfferOutcome answer(Offer offer, LegListener listener) {
    var ice = IceCredentials.create(random);
    var reports =
        new Reports(
            random.nextInt(),
            Reports.freshName(random),
            settings.reportEvery(),
            random,
            nanos.getAsLong());
    var parts = new LegParts(offer, ice, identity, reports, nanos);
    var leg = new BrowserLeg(network, parts, listener);
    legs.add(leg);
    long session = random.nextLong() >>> 1;
    var at = new InetSocketAddress(settings.advertised(), port());
    var answer =
        new Answer(offer, at, ice, identity.fingerprint(), session, reports.ssrc(), reports.name());
    return new OfferOutcome.Answered(leg, answer.text());
  }

  public int port() {
    return channel.socket().getLocalPort();
  }

  public PortCounts counts() {
    return counters.counts(legs.count());
  }

  /// Closes all legs; their browsers are told.
  @Override
  public void close() throws IOException {
    legs.all().forEach(BrowserLeg::close);
    timer.interrupt();
    channel.close();
    selector.close();
  }

  private void read() {
    var received = ByteBuffer.allocateDirect(WebRtcLimits.DATAGRAM);
    var datagram = new byte[WebRtcLimits.BUFFER];
    while (channel.isOpen()) {
      try {
        selector.select();
        selector.selectedKeys().clear();
        drain(received, datagram);
      } catch (ClosedChannelException | ClosedSelectorException _) {
        return;
      } catch (IOException | RuntimeException e) {
        fault("reading", e);
        LockSupport.parkNanos(WebRtcLimits.REST.toNanos());
      }
    }
  }

  private void drain(ByteBuffer received, byte[] datagram) throws IOException {
    while (channel.receive(received.clear()) instanceof InetSocketAddress from) {
      counters.received();
      int length = received.flip().limit();
      received.get(0, datagram, 0, length);
      take(datagram, length, from);
    }
  }

  private void take(byte[] datagram, int length, InetSocketAddress from) {
    try {
      demultiplexer.received(datagram, length, from);
    } catch (RuntimeException e) {
      fault("a datagram", e);
    }
  }

  private void time() {
    try {
      while (channel.isOpen()) {
        Thread.sleep(WebRtcLimits.TICK);
        for (var leg : legs.all()) tick(leg);
        legs.forgetOldAddresses();
      }
    } catch (InterruptedException _) {
      // Closed; nothing is left to do on this thread.
    }
  }

  private void tick(BrowserLeg leg) {
    try {
      leg.tick();
    } catch (RuntimeException e) {
      fault("a leg's deadline", e);
    }
  }

  private void fault(String where, Exception e) {
    counters.refused(Refusal.FAULT);
    LOG.error("The port of browsers failed at {}", where, e);
  }

  private final class Socket implements Network {
    @Override
    public void send(ByteBuffer datagram, InetSocketAddress to) {
      try {
        if (channel.send(datagram, to) == 0) counters.refused(Refusal.SEND_DROPPED);
        else counters.sent();
      } catch (IOException _) {
        counters.refused(Refusal.SEND_DROPPED); // no way there, or closed
      }
    }

    @Override
    public void refused(Refusal why) {
      counters.refused(why);
    }

    @Override
    public void ended(BrowserLeg leg) {
      legs.remove(leg);
    }
  }
}
