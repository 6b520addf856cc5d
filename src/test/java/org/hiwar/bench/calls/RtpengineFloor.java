package org.hiwar.bench.calls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hiwar.bench.Figure;
import org.hiwar.voice.webrtc.srtp.MasterKey;
import org.hiwar.voice.webrtc.srtp.ProtectionProfile;
import org.hiwar.voice.webrtc.srtp.SrtpReceiver;
import org.hiwar.voice.webrtc.srtp.SrtpSender;

/// The same calls through rtpengine: from RTP to SRTP as Hiwar relays them to browsers, with keys
/// from the SDP because its packets cost the same as after DTLS; and in the clear on both sides.
final class RtpengineFloor {
  static final String NAME = "rtpengine";
  private static final InetAddress CALLERS = InetAddress.ofLiteral("127.7.9.2");
  private static final InetAddress AGENTS = InetAddress.ofLiteral("127.7.9.4");
  private static final Pattern KEY =
      Pattern.compile("(?m)^a=crypto:(\\d+) AEAD_AES_128_GCM inline:([A-Za-z0-9+/=]+)");
  private static final long SETTLE_MS = 3_000;
  private static final ProtectionProfile PROFILE = ProtectionProfile.AEAD_AES_128_GCM;

  private final DelayMeter toAgents = new DelayMeter();
  private final DelayMeter toCallers = new DelayMeter();
  private final SecureRandom random = new SecureRandom();
  private final CallsLength length;

  private RtpengineFloor(CallsLength length) {
    this.length = length;
  }

  /// `secure`: whether the agents' side is encrypted.
  static List<Figure> run(String program, CallsLength length, boolean secure) throws Exception {
    return new RtpengineFloor(length).run(program, secure);
  }

  private List<Figure> run(String program, boolean secure) throws Exception {
    var ends = new ArrayList<MediaEnd>();
    try (var engine = new Rtpengine(program);
        var ears = new Ears("callers");
        var otherEars = new Ears("agents");
        var metronome = new Metronome()) {
      for (int i = 0; i < length.agents(); i++) {
        var callers = new MediaEnd.Meters(toCallers, toAgents);
        var agents = new MediaEnd.Meters(toAgents, toCallers);
        var caller = new MediaEnd(CALLERS, i + 1, callers, ears);
        var agent = new MediaEnd(AGENTS, 10_000 + i, agents, otherEars);
        call(engine, "bench-" + i, caller, agent, secure);
        ends.addAll(List.of(caller, agent));
      }
      for (var end : ends) {
        end.speak(true);
        metronome.add(end);
      }
      Thread.sleep(SETTLE_MS);
      var talking = new Talking(toAgents, toCallers, metronome);
      talking.measure(engine.handle(), length.agents(), length);
      ends.forEach(MediaEnd::close);
      return talking.figures(
          NAME,
          RelayBench.RELAYED,
          Map.of("calls", "" + length.agents(), "agents", secure ? "SRTP" : "RTP"));
    }
  }

  private void call(Rtpengine engine, String id, MediaEnd caller, MediaEnd agent, boolean secure)
      throws IOException {
    var offered = SipText.sdp(new InetSocketAddress(CALLERS, caller.port()));
    var profile = secure ? "RTP/SAVP" : "RTP/AVP";
    var toAgent = engine.offer(id, offered, profile);
    var more = secure ? keys(toAgent, agent) : "";
    var toCaller =
        engine.answer(id, SipText.sdp(AGENTS.getHostAddress(), agent.port(), profile, more));
    agent.aim(SipText.media(toAgent));
    caller.aim(SipText.media(toCaller));
  }

  /// Gives the agent's end its keys; the line with which it answers theirs.
  private String keys(String offer, MediaEnd agent) throws IOException {
    var theirs = KEY.matcher(offer);
    if (!theirs.find()) throw new IOException("no AES-GCM in " + offer);
    var ours = new byte[ProtectionProfile.KEY_LENGTH + PROFILE.saltLength()];
    random.nextBytes(ours);
    agent.secure(
        new SrtpSender(PROFILE, key(ours)),
        new SrtpReceiver(PROFILE, key(Base64.getDecoder().decode(theirs.group(2)))));
    return "a=crypto:"
        + theirs.group(1)
        + " AEAD_AES_128_GCM inline:"
        + Base64.getEncoder().encodeToString(ours)
        + "\r\n";
  }

  private static MasterKey key(byte[] both) {
    int middle = ProtectionProfile.KEY_LENGTH;
    return new MasterKey(
        Arrays.copyOf(both, middle), Arrays.copyOfRange(both, middle, both.length));
  }
}
