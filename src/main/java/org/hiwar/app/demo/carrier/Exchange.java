package org.hiwar.app.demo.carrier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hiwar.voice.media.play.Pacer;
import org.hiwar.voice.media.play.Player;
import org.hiwar.voice.media.relay.Line;
import org.hiwar.voice.media.rtp.PortRange;
import org.hiwar.voice.media.rtp.Reports;
import org.hiwar.voice.media.rtp.TrunkListener;
import org.hiwar.voice.media.rtp.TrunkPort;
import org.hiwar.voice.media.rtp.TrunkPorts;
import org.hiwar.voice.sdp.Direction;
import org.hiwar.voice.sdp.LocalAudio;
import org.hiwar.voice.sip.Caller;
import org.hiwar.voice.sip.Dial;
import org.hiwar.voice.sip.DialString;
import org.hiwar.voice.sip.IncomingCall;
import org.hiwar.voice.sip.SipCall;
import org.hiwar.voice.sip.SipEndpoint;
import org.hiwar.voice.sip.SipLimits;
import org.hiwar.voice.sip.SipListener;
import org.hiwar.voice.sip.SipSettings;
import org.hiwar.voice.sip.Transport;
import org.hiwar.voice.sip.Trunk;
import org.hiwar.voice.sip.TrunkId;
import org.hiwar.voice.sip.digest.Algorithm;
import org.hiwar.voice.sip.jain.JainEndpoint;
import org.hiwar.voice.webrtc.BrowserLeg;
import org.hiwar.voice.webrtc.LegListener;
import org.hiwar.voice.webrtc.OfferOutcome;
import org.hiwar.voice.webrtc.WebRtcPort;
import org.hiwar.voice.webrtc.WebRtcSettings;
import org.hiwar.voice.webrtc.dtls.DtlsIdentity;

/// The network itself: connects telephones with the contact centre, each over a SIP call. On
/// loopback, at ports that are free.
final class Exchange implements AutoCloseable {
  private static final TrunkId CENTRE = new TrunkId(1);
  private static final int NOBODY_THERE = 480;
  private static final int NO_SUCH_NUMBER = 404;

  private final InetAddress address;
  private final SecureRandom random;
  private final List<Trunk> trunks;
  private final WebRtcPort browsers;
  private final TrunkPorts audio;
  private final Pacer pacer = new Pacer("demo-pacer", System::nanoTime);
  private final Player player = new Player(pacer);
  private final SipEndpoint sip;
  private final Map<DialString, Handset> handsets = new ConcurrentHashMap<>();

  /// @param centre where the contact centre's SIP is
  Exchange(InetAddress address, InetSocketAddress centre, Clock clock, SecureRandom random) {
    this.address = address;
    this.random = random;
    trunks = List.of(trunk(centre));
    try {
      browsers =
          new WebRtcPort(
              new WebRtcSettings(new InetSocketAddress(address, 0), address, Reports.USUAL),
              DtlsIdentity.create(random, clock),
              random,
              System::nanoTime);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var range = new PortRange(CarrierLimits.FIRST_PORT, CarrierLimits.LAST_PORT);
    audio =
        new TrunkPorts(
            new TrunkPorts.Place(address, range, 1, CarrierLimits.SILENCE),
            System::nanoTime,
            random);
    var settings =
        new SipSettings(address, 0, address, "demo", List.of(Algorithm.SHA_256), SipLimits.usual());
    sip = JainEndpoint.open(settings, () -> trunks, _ -> null, this::incoming, clock, random);
    sip.trunksChanged();
  }

  private static Trunk trunk(InetSocketAddress centre) {
    return new Trunk(
        CENTRE,
        "Contact centre",
        centre.getAddress().getHostAddress(),
        centre.getPort(),
        Transport.UDP,
        null,
        false,
        false,
        false,
        List.of());
  }

  /// Where the contact centre's calls are taken.
  InetSocketAddress address() {
    return sip.address();
  }

  /// Plugs in a telephone: with the number that it had before, if that is free, else with another.
  /// Empty when all are taken.
  Optional<Handset> plug(DialString wanted, Display display) {
    var numbers = DemoNumbers.phones();
    if (numbers.contains(wanted)) {
      var handset = plugAs(wanted, display);
      if (handset.isPresent()) return handset;
    }
    return numbers.stream()
        .map(number -> plugAs(number, display))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Handset> plugAs(DialString number, Display display) {
    if (handsets.containsKey(number)) return Optional.empty();
    var handset = new Handset(this, number, display);
    return handsets.putIfAbsent(number, handset) == null ? Optional.of(handset) : Optional.empty();
  }

  void unplugged(Handset handset) {
    handsets.remove(handset.number(), handset);
  }

  private SipListener incoming(IncomingCall call) {
    var called = DemoNumbers.spelledOut(call.called());
    var handset = handsets.get(called);
    if (handset != null) return handset.ring(call);
    call.refuse(DemoNumbers.isCustomer(called) ? NOBODY_THERE : NO_SUCH_NUMBER);
    return _ -> {};
  }

  // For handsets
  // ------------------------------------------------------------------------------

  SipCall dial(DialString number, Caller caller, String offer, SipListener listener) {
    var centre = new Dial.OverTrunks(number, List.of(CENTRE));
    return sip.call(new Dial(centre, caller, offer, CarrierLimits.RINGING), listener);
  }

  OfferOutcome browser(String offer, LegListener listener) {
    return browsers.answer(offer, listener);
  }

  Line line(BrowserLeg leg) {
    return new Line(leg, System::nanoTime, random);
  }

  /// A new call's audio towards the centre; empty when there is no port left.
  Optional<Talk> talk() {
    return audio.open(TrunkListener.NONE).map(this::talk);
  }

  private Talk talk(TrunkPort port) {
    return new Talk(
        port,
        new Line(port, System::nanoTime, random),
        player,
        new LocalAudio(address, port.port(), random.nextLong() >>> 1, 1, Direction.SENDRECV));
  }

  @Override
  public void close() {
    handsets.values().forEach(Handset::unplug);
    sip.close();
    audio.close();
    pacer.close();
    try {
      browsers.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
