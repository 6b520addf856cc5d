package org.hiwar.voice.media.mix;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hiwar.voice.media.G711;
import org.hiwar.voice.media.MediaLimits;
import org.hiwar.voice.media.PacketSink;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.media.Rtp;
import org.hiwar.voice.media.relay.Feed;
import org.hiwar.voice.media.relay.Line;
import org.jspecify.annotations.Nullable;

/// One who takes part in a mixer: has a voice, or ears, or both. All but [#voice] is for those who
/// hold the mixer's lock.
public final class Party {
  private static final int FRAME = MediaLimits.FRAME;

  private final Mixer mixer;
  private final @Nullable Line line;
  private final boolean voiced;
  private final JitterBuffer buffer = new JitterBuffer();
  private final PacketSink mouth = buffer::put;
  private final Map<Party, Gain> gains = new HashMap<>();
  private final short[] said = new short[FRAME];
  private final int[] sum = new int[FRAME];
  private final byte[] packet = new byte[Rtp.HEADER + FRAME];
  private PacketSink ear;
  private @Nullable Feed feed;
  private boolean speaks;
  private boolean ended;
  private int sequence;

  private Party(Mixer mixer, @Nullable Line line, boolean voiced, PacketSink ear) {
    this.mixer = mixer;
    this.line = line;
    this.voiced = voiced;
    this.ear = ear;
  }

  static Party of(Mixer mixer, Line line) {
    var party = new Party(mixer, line, true, PacketSink.NOTHING);
    party.takeLine(line);
    line.addEar(party.mouth);
    return party;
  }

  static Party listening(Mixer mixer, PacketSink ear) {
    return new Party(mixer, null, false, ear);
  }

  static Party speaking(Mixer mixer) {
    return new Party(mixer, null, true, PacketSink.NOTHING);
  }

  /// Where an announcement is played to; it is heard until the party leaves.
  public Feed voice() {
    return new Feed() {
      @Override
      public void packet(byte[] bytes, int offset, int length) {
        buffer.put(bytes, offset, length);
      }

      @Override
      public boolean isHeard() {
        synchronized (mixer) {
          return !ended;
        }
      }

      @Override
      public void close() {
        leave();
      }
    };
  }

  /// Hears the mixer again after something else was heard on its line, such as music.
  public void hearAgain() {
    synchronized (mixer) {
      if (line != null && !ended) takeLine(line);
    }
  }

  /// Neither hears nor is heard any more. May be called twice.
  public void leave() {
    mixer.remove(this);
  }

  boolean isVoice() {
    return voiced;
  }

  boolean hasEnded() {
    return ended;
  }

  void hears(Party speaker, float gain) {
    if (speaker != this) gains.computeIfAbsent(speaker, _ -> new Gain()).aim = gain;
  }

  void end() {
    if (ended) return;
    ended = true;
    if (line != null) line.removeEar(mouth);
    if (feed != null) feed.close();
    ear = PacketSink.NOTHING;
  }

  /// Takes the next frame of its voice.
  void speak() {
    speaks = voiced && buffer.read(said);
  }

  /// Gives its ear what the others have just said.
  void listen(List<Party> parties) {
    if (ended || ear == PacketSink.NOTHING) return;
    Arrays.fill(sum, 0);
    for (var speaker : parties) {
      var gain = gains.get(speaker);
      if (gain == null) continue;
      if (speaker.speaks) gain.add(speaker.said, sum);
      gain.now = gain.aim;
      if (speaker.ended) gains.remove(speaker);
    }
    Rtp.write(packet, sequence == 0, Payloads.PCMU, sequence, sequence * FRAME);
    for (var i = 0; i < FRAME; i++) packet[Rtp.HEADER + i] = G711.muOf(sum[i]);
    sequence++;
    ear.packet(packet, 0, packet.length);
  }

  private void takeLine(Line mine) {
    feed = mine.take();
    ear = feed;
  }

  /// How loud one hears another, on its way from what it was to what it is to be.
  private static final class Gain {
    float now;
    float aim;

    void add(short[] said, int[] sum) {
      if (now == 0 && aim == 0) return;
      var step = (aim - now) / FRAME;
      for (var i = 0; i < FRAME; i++) sum[i] += Math.round(said[i] * (now + step * i));
    }
  }
}
