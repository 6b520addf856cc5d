package org.hiwar.app.demo.carrier;

import java.net.InetSocketAddress;
import java.util.List;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.media.play.Player;
import org.hiwar.voice.media.play.Player.Playing;
import org.hiwar.voice.media.relay.Bridge;
import org.hiwar.voice.media.relay.Line;
import org.hiwar.voice.media.rtp.FarEnd;
import org.hiwar.voice.media.rtp.TrunkPort;
import org.hiwar.voice.media.sound.Clip;
import org.hiwar.voice.sdp.Direction;
import org.hiwar.voice.sdp.LocalAudio;
import org.hiwar.voice.sdp.RemoteAudio;
import org.jspecify.annotations.Nullable;

/// The audio of one call between a telephone and the centre. Used under the telephone's lock.
final class Talk implements AutoCloseable {
  private static final List<Integer> CODECS = List.of(Payloads.PCMA, Payloads.PCMU);

  private final TrunkPort port;
  private final Line far;
  private final Player player;
  private LocalAudio own;
  private @Nullable Playing tone;
  private @Nullable Bridge bridge;

  Talk(TrunkPort port, Line far, Player player, LocalAudio own) {
    this.port = port;
    this.far = far;
    this.player = player;
    this.own = own;
  }

  String offer() {
    return own.offer(CODECS);
  }

  String answer(RemoteAudio offer) {
    return own.answer(offer);
  }

  /// Describes the same audio anew: the other side has asked.
  String again(@Nullable RemoteAudio offer) {
    own = own.next(Direction.SENDRECV);
    return offer == null ? offer() : own.answer(offer);
  }

  /// From now on both hear each other.
  void connect(Line telephone, RemoteAudio audio) {
    describe(audio);
    silence();
    if (bridge == null) bridge = new Bridge(telephone, far);
    bridge.attach();
  }

  void describe(RemoteAudio audio) {
    var rtp = new InetSocketAddress(audio.address(), audio.port());
    boolean sends =
        audio.direction() == Direction.SENDRECV || audio.direction() == Direction.SENDONLY;
    boolean receives =
        audio.direction() == Direction.SENDRECV || audio.direction() == Direction.RECVONLY;
    port.describe(
        new FarEnd(rtp, FarEnd.behind(rtp), audio.payloads(), List.of(), sends, receives));
  }

  /// A tone of the network, while nobody talks.
  void play(Clip clip, Line telephone) {
    silence();
    tone = player.again(clip, telephone.take());
  }

  private void silence() {
    if (tone != null) tone.stop();
    tone = null;
  }

  @Override
  public void close() {
    silence();
    if (bridge != null) bridge.close();
    port.close();
  }
}
