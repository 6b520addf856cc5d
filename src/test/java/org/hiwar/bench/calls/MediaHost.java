package org.hiwar.bench.calls;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Scanner;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.media.keys.KeyEar;
import org.hiwar.voice.media.play.Pacer;
import org.hiwar.voice.media.play.Player;
import org.hiwar.voice.media.quality.Loudness;
import org.hiwar.voice.media.record.Recorder;
import org.hiwar.voice.media.relay.Bridge;
import org.hiwar.voice.media.relay.Line;
import org.hiwar.voice.media.rtp.FarEnd;
import org.hiwar.voice.media.rtp.PortRange;
import org.hiwar.voice.media.rtp.Reports;
import org.hiwar.voice.media.rtp.TrunkListener;
import org.hiwar.voice.media.rtp.TrunkPorts;
import org.hiwar.voice.media.sound.Clip;
import org.hiwar.voice.media.sound.HoldMusic;
import org.hiwar.voice.webrtc.OfferOutcome;
import org.hiwar.voice.webrtc.WebRtcPort;
import org.hiwar.voice.webrtc.WebRtcSettings;
import org.hiwar.voice.webrtc.dtls.DtlsIdentity;

/// The audio of Hiwar in a process of its own, without signalling and database: joins the calls
/// that its standard input names, wired as the product wires them.
///
/// A line `<relayed|recorded|music> <port of the caller> <offer, Base64>` is answered with `<our
/// port for the caller> <answer, Base64>`.
final class MediaHost {
  static final InetAddress CALLERS = InetAddress.ofLiteral("127.7.9.2");
  private static final InetAddress OURS = InetAddress.ofLiteral("127.0.0.1");
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private final SecureRandom random = new SecureRandom();
  private final TrunkPorts trunks;
  private final WebRtcPort browsers;
  private final Recorder recorder;
  private final Player player = new Player(new Pacer("pacer", System::nanoTime));
  private final Clip music = HoldMusic.compose();
  private int calls;

  private MediaHost(Path recordings) throws IOException {
    var range = new PortRange(20_000, 29_999);
    int loops = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    trunks =
        new TrunkPorts(
            new TrunkPorts.Place(OURS, range, loops, SILENCE), System::nanoTime, random);
    browsers =
        new WebRtcPort(
            new WebRtcSettings(new InetSocketAddress(OURS, 0), OURS, Reports.USUAL),
            DtlsIdentity.create(random, Clock.systemUTC()),
            random,
            System::nanoTime);
    recorder = new Recorder(recordings, System::nanoTime, _ -> {});
  }

  /// Arguments: the folder of the recordings.
  public static void main(String[] arguments) throws IOException {
    var host = new MediaHost(Path.of(arguments[0]));
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (var lines = new Scanner(System.in, StandardCharsets.UTF_8)) {
      while (lines.hasNextLine()) out.println(host.call(lines.nextLine().split(" ")));
    }
    System.exit(0); // the parent has ended
  }

  private String call(String[] words) {
    var offer = new String(Base64.getDecoder().decode(words[2]), StandardCharsets.UTF_8);
    if (!(browsers.answer(offer, (_, _) -> {}) instanceof OfferOutcome.Answered(var leg, var sdp)))
      throw new IllegalStateException("refused");
    var trunk = trunks.open(TrunkListener.NONE).orElseThrow();
    var caller = new InetSocketAddress(CALLERS, Integer.parseInt(words[1]));
    trunk.describe(FarEnd.at(caller, new Payloads(Payloads.PCMU, 101)));
    var agent = new Line(leg, System::nanoTime, random);
    var customer = new Line(trunk, System::nanoTime, random);
    agent.addEar(new Loudness(System::nanoTime));
    customer.addEar(new KeyEar(trunk, _ -> {}));
    join(words[0], agent, customer);
    return trunk.port()
        + " "
        + Base64.getEncoder().encodeToString(sdp.getBytes(StandardCharsets.UTF_8));
  }

  private void join(String how, Line agent, Line customer) {
    if (how.equals("music")) {
      player.again(music, customer.take());
      return;
    }
    var bridge = new Bridge(agent, customer);
    if (how.equals("recorded")) bridge.tap(recorder.start("call-" + ++calls).tap());
    bridge.attach();
  }
}
