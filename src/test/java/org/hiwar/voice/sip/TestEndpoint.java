package org.hiwar.voice.sip;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hiwar.voice.sdp.Direction;
import org.hiwar.voice.sdp.LocalAudio;
import org.hiwar.voice.sip.digest.Algorithm;
import org.hiwar.voice.sip.digest.Secret;
import org.hiwar.voice.sip.jain.JainEndpoint;

/// An endpoint on a free port of loopback, with trunks and phones as a test wants them.
public final class TestEndpoint implements AutoCloseable {
  static final String REALM = "hiwar.test";
  static final LocalAudio AUDIO =
      new LocalAudio(InetAddress.getLoopbackAddress(), 40_000, 77, 1, Direction.SENDRECV);
  static final String OFFER = AUDIO.offer(List.of(8, 0));

  private final List<Trunk> trunks = new CopyOnWriteArrayList<>();
  private final Map<String, PhoneAccount> phones = new ConcurrentHashMap<>();
  private final BlockingQueue<Arrived> arrived = new LinkedBlockingQueue<>();
  private final SipEndpoint endpoint;

  /// A call that came in, and what happens to it.
  public record Arrived(IncomingCall call, Heard heard) {}

  public TestEndpoint() {
    this(limits(), List.of(Algorithm.SHA_256, Algorithm.MD5));
  }

  /// For phones that know MD5 alone.
  static TestEndpoint withMd5(SipLimits limits) {
    return new TestEndpoint(limits, List.of(Algorithm.MD5));
  }

  private TestEndpoint(SipLimits limits, List<Algorithm> algorithms) {
    endpoint =
        JainEndpoint.open(
            new SipSettings(
                InetAddress.getLoopbackAddress(),
                0,
                InetAddress.getLoopbackAddress(),
                REALM,
                algorithms,
                limits),
            () -> trunks,
            phones::get,
            this::take,
            Clock.systemUTC(),
            new SecureRandom());
  }

  /// What a test may wait for. Whoever does not wait for one gets the usual ones, which no stall of
  /// a busy machine reaches.
  record Deadlines(
      Duration ringing, Duration longestCall, Duration confirmation, Duration offerAnswer) {
    static Deadlines usual() {
      var usual = SipLimits.usual();
      return new Deadlines(
          usual.ringing(), usual.longestCall(), usual.confirmation(), usual.offerAnswer());
    }

    Deadlines ringing(Duration time) {
      return new Deadlines(time, longestCall, confirmation, offerAnswer);
    }

    Deadlines longestCall(Duration time) {
      return new Deadlines(ringing, time, confirmation, offerAnswer);
    }

    Deadlines confirmation(Duration time) {
      return new Deadlines(ringing, longestCall, time, offerAnswer);
    }

    Deadlines offerAnswer(Duration time) {
      return new Deadlines(ringing, longestCall, confirmation, time);
    }
  }

  static SipLimits limits() {
    return limits(SipLimits.usual().calls(), Deadlines.usual());
  }

  static SipLimits limits(Deadlines deadlines) {
    return limits(SipLimits.usual().calls(), deadlines);
  }

  static SipLimits limits(int calls, Deadlines deadlines) {
    var usual = SipLimits.usual();
    return new SipLimits(
        usual.messageBytes(),
        usual.headerLines(),
        calls,
        usual.callsPerSecond(),
        usual.waiting(),
        usual.connections(),
        usual.registersPerSecond(),
        deadlines.ringing(),
        deadlines.longestCall(),
        Duration.ofSeconds(10),
        deadlines.confirmation(),
        deadlines.offerAnswer(),
        usual.afterwards(),
        usual.nonceLife(),
        usual.registration(),
        usual.phoneRegistration(),
        Duration.ofMinutes(10),
        Duration.ofMillis(300),
        usual.retryRegistrationAtMost());
  }

  private SipListener take(IncomingCall call) {
    var heard = new Heard();
    arrived.add(new Arrived(call, heard));
    return heard;
  }

  public SipEndpoint endpoint() {
    return endpoint;
  }

  public Trunk trunk(int port, Transport transport) {
    return add(
        new Trunk(
            new TrunkId(trunks.size() + 1),
            "Test",
            "127.0.0.1",
            port,
            transport,
            null,
            false,
            false,
            false,
            List.of()));
  }

  Trunk add(Trunk trunk) {
    trunks.add(trunk);
    endpoint.trunksChanged();
    return trunk;
  }

  void phone(String user, String password) {
    phones.put(user, new PhoneAccount(user, Secret.of(user, REALM, password)));
  }

  Calling dial(Trunk... over) {
    var ids = List.of(over).stream().map(Trunk::id).toList();
    return dial(new Dial.OverTrunks(new DialString("4930901820"), ids));
  }

  Calling dial(Dial.Target target) {
    var heard = new Heard();
    var caller = new Caller.Number(new DialString("+4930123456"));
    var call = endpoint.call(new Dial(target, caller, OFFER, Duration.ofSeconds(60)), heard);
    return new Calling(call, heard);
  }

  /// A call that we make, and what happens to it.
  record Calling(SipCall call, Heard heard) {}

  public Arrived arrived() {
    try {
      var call = arrived.poll(60, TimeUnit.SECONDS);
      if (call == null) throw new AssertionError("no call came in");
      return call;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    endpoint.close();
  }
}
