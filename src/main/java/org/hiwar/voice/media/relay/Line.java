package org.hiwar.voice.media.relay;

import java.util.Arrays;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.hiwar.voice.media.MediaLeg;
import org.hiwar.voice.media.MediaLimits;
import org.hiwar.voice.media.PacketSink;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.media.Rtp;

/// A leg as everything else uses it: several may listen to it, and one at a time is heard there, in
/// one continuous stream. One line for a leg, as long as the leg lives.
///
/// Any thread may call anything.
public final class Line {
  private static final Payloads MADE_HERE = new Payloads(Payloads.PCMU, Payloads.NONE);

  private final MediaLeg leg;
  private final Outgoing outgoing;
  private volatile PacketSink[] ears = {};

  public Line(MediaLeg leg, LongSupplier nanoTime, RandomGenerator random) {
    this.leg = leg;
    this.outgoing = new Outgoing(leg, nanoTime, random);
    leg.deliverTo(this::arrived);
  }

  public MediaLeg leg() {
    return leg;
  }

  /// Begins a source that is heard at the far end from now on, instead of what was heard before.
  ///
  /// @param speaks the payload types of its packets
  public Feed take(Supplier<Payloads> speaks) {
    return outgoing.take(speaks);
  }

  /// As [#take] with G.711 µ-law and no keys, which is what is made here.
  public Feed take() {
    return take(() -> MADE_HERE);
  }

  /// Puts something of its own into the stream, while what is heard pauses: a key.
  public Interjection interject() {
    return outgoing.interject();
  }

  /// Gives what comes from the far end to `ear` as well, on the thread that reads the leg.
  public synchronized void addEar(PacketSink ear) {
    if (ears.length == MediaLimits.EARS) throw new IllegalStateException("too many ears");
    var more = Arrays.copyOf(ears, ears.length + 1);
    more[ears.length] = ear;
    ears = more;
  }

  /// An ear that does not listen is no fault.
  public synchronized void removeEar(PacketSink ear) {
    ears = Arrays.stream(ears).filter(other -> other != ear).toArray(PacketSink[]::new);
  }

  private void arrived(byte[] bytes, int offset, int length) {
    if (!Rtp.isWellFormed(bytes, offset, length)) return;
    for (var ear : ears) ear.packet(bytes, offset, length);
  }
}
