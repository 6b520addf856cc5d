package org.hiwar.app.demo.carrier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.hiwar.voice.media.Packet;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.media.Tone;
import org.hiwar.voice.media.play.Pacer;
import org.hiwar.voice.media.rtp.Phone;
import org.hiwar.voice.sdp.Direction;
import org.hiwar.voice.sdp.LocalAudio;
import org.hiwar.voice.sdp.RemoteAudio;
import org.hiwar.voice.sip.Caller;
import org.hiwar.voice.sip.Dial;
import org.hiwar.voice.sip.DialString;
import org.hiwar.voice.sip.Heard;
import org.hiwar.voice.sip.SipCall;
import org.hiwar.voice.sip.TestEndpoint;
import org.hiwar.voice.sip.Transport;
import org.hiwar.voice.sip.TrunkId;

/// The contact centre as the demonstration's network sees it: an endpoint of SIP, and somebody who
/// says one tone in A-law.
final class CentreSide implements AutoCloseable {
  private static final int FRAME = 160;
  private static final Caller OWN = new Caller.Number(DemoNumbers.ENGLISH);

  private final TestEndpoint endpoint = new TestEndpoint();
  private final Pacer pacer = new Pacer("centre", System::nanoTime);
  private final Tone voice;
  private final Phone audio;
  private int frame;

  CentreSide(int hertz) throws IOException {
    voice = Tone.of(hertz);
    audio = new Phone();
  }

  TestEndpoint endpoint() {
    return endpoint;
  }

  /// The network's own port is known from now on.
  void join(int networkPort) {
    endpoint.trunk(networkPort, Transport.UDP);
  }

  void answer(TestEndpoint.Arrived arrived) {
    var offer = Objects.requireNonNull(arrived.call().offer());
    arrived.call().answer(own().answer(offer));
    talkTo(offer);
  }

  void talkTo(RemoteAudio there) {
    pacer.each(() -> say(there.port()));
  }

  SipCall call(DialString number, Heard heard) {
    var over = new Dial.OverTrunks(number, List.of(new TrunkId(1)));
    var offer = own().offer(List.of(Payloads.PCMA, Payloads.PCMU));
    return endpoint.endpoint().call(new Dial(over, OWN, offer, Duration.ofSeconds(60)), heard);
  }

  private LocalAudio own() {
    return new LocalAudio(
        InetAddress.getLoopbackAddress(), audio.address().getPort(), 77, 1, Direction.SENDRECV);
  }

  private boolean say(int port) {
    try {
      var packet = Packet.audio(frame, FRAME * frame, voice.frame(frame, Payloads.PCMA));
      audio.send(packet.of(Payloads.PCMA), port);
    } catch (IOException e) {
      if (audio.isClosed()) return false;
      throw new UncheckedIOException(e);
    }
    frame++;
    return true;
  }

  /// Whether this tone was in the last half second that came.
  boolean hears(double hertz) {
    var all = audio.packets().stream().filter(packet -> packet.type() == Payloads.PCMA).toList();
    if (all.size() < 25) return false;
    var samples = new short[25 * FRAME];
    for (int i = 0; i < 25; i++)
      System.arraycopy(all.get(all.size() - 25 + i).samples(), 0, samples, i * FRAME, FRAME);
    return Tone.amplitude(samples, hertz) > 3_000;
  }

  /// Whether a key came, by its code.
  boolean heardKey(int code) {
    return audio.packets().stream()
        .anyMatch(packet -> packet.type() == 101 && packet.payload()[0] == code);
  }

  @Override
  public void close() {
    pacer.close();
    audio.close();
    endpoint.close();
  }
}
