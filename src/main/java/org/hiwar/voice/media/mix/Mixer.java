package org.hiwar.voice.media.mix;

import java.util.ArrayList;
import java.util.List;
import org.hiwar.voice.media.MediaLimits;
import org.hiwar.voice.media.PacketSink;
import org.hiwar.voice.media.Ticks;
import org.hiwar.voice.media.relay.Line;

/// Mixes what its parties say, every 20 ms, for each of them as the matrix of gains says: a
/// conference hears everybody, a supervisor who coaches is heard by the agent alone.
///
/// Any thread may call anything.
public final class Mixer implements AutoCloseable {
  private final List<Party> parties = new ArrayList<>();
  private boolean closed;

  public Mixer(Ticks ticks) {
    ticks.each(this::tick);
  }

  /// A line hears and speaks from now on.
  ///
  /// @param heard the gain at which all the others hear it at first; 0 for one who only listens
  public synchronized Party join(Line line, float heard) {
    return add(Party.of(this, line), heard);
  }

  /// Somebody who hears everything and says nothing, such as a recording. Gets packets of µ-law.
  public synchronized Party listen(PacketSink ear) {
    return add(Party.listening(this, ear), 0);
  }

  /// A voice that all hear and that hears nothing, such as an announcement. Ends by
  /// [Party#leave].
  public synchronized Party announce() {
    return add(Party.speaking(this), 1);
  }

  /// Says how loud `listener` hears `speaker`: 0 not at all, 1 as it is. It takes effect over the
  /// next 20 ms, without a click.
  public synchronized void hears(Party listener, Party speaker, float gain) {
    if (gain < 0 || gain > 4) throw new IllegalArgumentException("gain " + gain);
    listener.hears(speaker, gain);
  }

  /// Everyone leaves.
  @Override
  public synchronized void close() {
    closed = true;
    List.copyOf(parties).forEach(Party::end);
    parties.clear();
  }

  private Party add(Party party, float heard) {
    if (closed) throw new IllegalStateException("the mixer is closed");
    if (parties.size() == MediaLimits.PARTIES) throw new IllegalStateException("too many parties");
    for (var other : parties) {
      other.hears(party, heard);
      party.hears(other, other.isVoice() ? 1 : 0);
    }
    parties.add(party);
    return party;
  }

  /// Its voice fades out of what the others hear.
  synchronized void remove(Party party) {
    if (!parties.contains(party)) return;
    party.end();
    for (var other : parties) other.hears(party, 0);
  }

  private synchronized boolean tick() {
    if (closed) return false;
    for (var party : parties) party.speak();
    for (var party : parties) party.listen(parties);
    parties.removeIf(Party::hasEnded);
    return true;
  }
}
