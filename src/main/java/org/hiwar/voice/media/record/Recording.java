package org.hiwar.voice.media.record;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.hiwar.voice.media.MediaLimits;
import org.hiwar.voice.media.PacketSink;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.media.Rtp;
import org.hiwar.voice.media.relay.Tap;

/// A call that is being recorded. Any thread may pause, resume and stop it.
public final class Recording {
  private final String name;
  private final LongSupplier nanoTime;
  private final long startedAt;
  private final PacketRing ring;
  private final FileChannel file;
  private final Canvas canvas;
  private final Track[] tracks = {new Track(), new Track()};
  private volatile Pauses pauses = Pauses.NONE;
  private volatile long end = MediaLimits.RECORDING.toSeconds() * MediaLimits.RATE;
  private volatile boolean stopped;

  /// For the writer alone: whether the file takes more.
  private boolean open = true;

  Recording(String name, LongSupplier nanoTime, PacketRing ring, FileChannel file, Canvas canvas) {
    this.name = name;
    this.nanoTime = nanoTime;
    this.startedAt = nanoTime.getAsLong();
    this.ring = ring;
    this.file = file;
    this.canvas = canvas;
  }

  public String name() {
    return name;
  }

  /// Where one side is heard; takes RTP with G.711 and leaves out everything else, keys above all.
  public PacketSink ear(Side side) {
    return (bytes, offset, length) -> hear(side, bytes, offset, length);
  }

  /// Both sides of a bridge whose first line is the agent's.
  public Tap tap() {
    return new Tap(ear(Side.AGENT), ear(Side.CUSTOMER));
  }

  /// Silence from now on: nothing that is said reaches the file or what lies before it. What was
  /// said before and is still on its way is silenced as well where it overlaps.
  public synchronized void pause() {
    if (!stopped && !pauses.isPaused()) pauses = pauses.pausedAt(now());
  }

  /// Goes on. Packets that were held up on their way and belong into the pause stay out. After
  /// [MediaLimits#PAUSES] it does not go on any more; false then.
  public synchronized boolean resume() {
    if (pauses.isPaused() && pauses.count() >= MediaLimits.PAUSES) return false;
    if (pauses.isPaused()) pauses = pauses.resumedAt(now());
    return true;
  }

  public boolean isPaused() {
    return pauses.isPaused();
  }

  /// The end. The file is whole when [RecordingEvent.Written] is told.
  public synchronized void stop() {
    if (stopped) return;
    end = Math.min(end, now());
    stopped = true;
  }

  /// How long it is by now, pauses included.
  public Duration length() {
    return WavFile.length(Math.min(now(), end));
  }

  private void hear(Side side, byte[] bytes, int offset, int length) {
    var type = Rtp.payloadType(bytes, offset);
    if (type != Payloads.PCMU && type != Payloads.PCMA) return;
    if (stopped || pauses.isPaused()) return;
    if (Rtp.payloadLength(bytes, offset, length) > MediaLimits.PAYLOAD) return;
    ring.put(this, side, bytes, offset, length, nanoTime.getAsLong());
  }

  /// Samples since the start.
  private long now() {
    return samples(nanoTime.getAsLong());
  }

  private long samples(long nanos) {
    return (nanos - startedAt) / 125_000;
  }

  // What follows is for the writer alone.

  void write(PacketRing.Slot slot) throws IOException {
    if (!open) return;
    var track = tracks[slot.side.ordinal()];
    var place = track.place(slot.ssrc, slot.timestamp, slot.samples, samples(slot.arrived));
    if (place != Track.NOWHERE && place < end) canvas.put(slot, place, pauses);
  }

  /// Writes what is older than `lag` samples before a moment, and so will hardly change.
  void writeOld(long nanos, long lag) throws IOException {
    canvas.write(Math.min(samples(nanos) - lag, end), pauses);
  }

  boolean isOver() {
    return stopped || now() >= end;
  }

  Duration finish() throws IOException {
    open = false;
    stop();
    canvas.write(end, pauses);
    WavFile.complete(file);
    file.close();
    return WavFile.length(end);
  }

  void abandon() throws IOException {
    open = false;
    stop();
    file.close();
  }
}
