package org.hiwar.voice.call;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hiwar.voice.Customer;
import org.hiwar.voice.media.play.Pacer;
import org.hiwar.voice.sdp.Direction;
import org.hiwar.voice.sdp.LocalAudio;
import org.hiwar.voice.sdp.RemoteAudio;
import org.hiwar.voice.sip.Caller;
import org.hiwar.voice.sip.Credentials;
import org.hiwar.voice.sip.Dial;
import org.hiwar.voice.sip.DialString;
import org.hiwar.voice.sip.Heard;
import org.hiwar.voice.sip.IncomingCall;
import org.hiwar.voice.sip.SipCall;
import org.hiwar.voice.sip.SipEndpoint;
import org.hiwar.voice.sip.SipEvent;
import org.hiwar.voice.sip.SipLimits;
import org.hiwar.voice.sip.SipListener;
import org.hiwar.voice.sip.SipSettings;
import org.hiwar.voice.sip.Transport;
import org.hiwar.voice.sip.Trunk;
import org.hiwar.voice.sip.TrunkId;
import org.hiwar.voice.sip.digest.Algorithm;
import org.hiwar.voice.sip.jain.JainEndpoint;
import org.jspecify.annotations.Nullable;

/// The telephones of customers, at the far end of a workspace's trunk: each call has a voice of its
/// own, one tone.
final class Telephone implements AutoCloseable {
  private static final TrunkId HIWAR = new TrunkId(1);

  private final String address;
  private volatile int hertz;
  private final Pacer pacer = new Pacer("telephone", System::nanoTime);
  private final SipEndpoint endpoint;
  private final BlockingQueue<Talk> called = new LinkedBlockingQueue<>();

  Telephone(String address, int hertz, InetSocketAddress hiwar) throws IOException {
    this(address, hertz, hiwar, null);
  }

  /// @param login with which it registers; null for the end of a trunk
  Telephone(String address, int hertz, InetSocketAddress hiwar, @Nullable Credentials login)
      throws IOException {
    this.address = address;
    this.hertz = hertz;
    var here = InetAddress.ofLiteral(address);
    var trunk =
        new Trunk(
            HIWAR,
            "Hiwar",
            hiwar.getAddress().getHostAddress(),
            hiwar.getPort(),
            Transport.UDP,
            login,
            login != null,
            false,
            false,
            List.of());
    endpoint =
        JainEndpoint.open(
            new SipSettings(
                here, 0, here, "telephones", List.of(Algorithm.SHA_256), SipLimits.usual()),
            () -> List.of(trunk),
            _ -> null,
            this::ring,
            Clock.systemUTC(),
            new SecureRandom());
  }

  /// The tone of the telephones that are called from now on.
  void speaksAt(int tone) {
    hertz = tone;
  }

  InetSocketAddress address() {
    return endpoint.address();
  }

  /// One call of a telephone here.
  final class Talk implements AutoCloseable {
    final Customer customer;
    final Heard heard = new Heard();
    private final LocalAudio here;
    private @Nullable SipCall sip;
    private @Nullable IncomingCall incoming;
    private volatile int hiwarPort;

    private Talk(int voice) throws IOException {
      customer = new Customer(address, voice);
      here =
          new LocalAudio(InetAddress.ofLiteral(address), customer.port(), 7, 1, Direction.SENDRECV);
    }

    /// Where Hiwar wants to hear this telephone.
    int hiwarPort() {
      return hiwarPort;
    }

    private void talkTo(RemoteAudio hiwar) {
      hiwarPort = hiwar.port();
      customer.talkTo(hiwar.port(), pacer);
    }

    /// Waits until the call is answered, and talks.
    Talk answered() {
      talkTo(heard.next(SipEvent.Answered.class).audio());
      return this;
    }

    /// Lifts the receiver.
    Talk answer() {
      var call = incoming;
      if (call == null || call.offer() == null) throw new IllegalStateException("nothing offered");
      call.answer(here.answer(call.offer()));
      talkTo(call.offer());
      return this;
    }

    /// Talks before the receiver is lifted, as announcements of the network do.
    void talkEarly() {
      var call = incoming;
      if (call == null || call.offer() == null) throw new IllegalStateException("nothing offered");
      call.progress(here.answer(call.offer()));
      talkTo(call.offer());
    }

    void rings() {
      incoming().ringing();
    }

    void refuse(int status) {
      incoming().refuse(status);
    }

    String number() {
      return incoming().called().text();
    }

    /// Asks Hiwar to send the other side on to a number.
    void refers(String to) {
      if (sip != null) sip.refer(new DialString(to));
    }

    void hangUp() {
      if (sip != null) sip.hangUp();
    }

    SipEvent.Ended ended() {
      return heard.next(SipEvent.Ended.class);
    }

    private IncomingCall incoming() {
      if (incoming == null) throw new IllegalStateException("we called");
      return incoming;
    }

    @Override
    public void close() {
      hangUp();
      customer.close();
    }
  }

  /// Calls; waits until the call is answered.
  Talk calls(String from) throws IOException {
    return dials(from).answered();
  }

  Talk dials(String from) throws IOException {
    return dials(from, CallWorkspace.NUMBER);
  }

  Talk dials(String from, String to) throws IOException {
    var talk = new Talk(hertz);
    Caller caller =
        from.isEmpty() ? new Caller.Withheld() : new Caller.Number(new DialString(from));
    talk.sip =
        endpoint.call(
            new Dial(
                new Dial.OverTrunks(new DialString(to), List.of(HIWAR)),
                caller,
                talk.here.offer(List.of(8, 0)),
                Duration.ofSeconds(60)),
            event -> {
              if (!(event instanceof SipEvent.Ringing)) talk.heard.happened(event);
            });
    return talk;
  }

  private SipListener ring(IncomingCall call) {
    try {
      var talk = new Talk(hertz);
      talk.sip = call;
      talk.incoming = call;
      called.add(talk);
      return talk.heard;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// The next call that came here.
  Talk called() throws InterruptedException {
    var talk = called.poll(60, TimeUnit.SECONDS);
    if (talk == null) throw new AssertionError("nobody called");
    return talk;
  }

  @Override
  public void close() {
    endpoint.close();
    pacer.close();
  }
}
