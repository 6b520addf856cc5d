package org.hiwar.voice.media.relay;

import java.util.Arrays;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.hiwar.voice.media.G711;
import org.hiwar.voice.media.MediaLeg;
import org.hiwar.voice.media.MediaLimits;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.media.Rtp;
import org.jspecify.annotations.Nullable;

/// The one stream out of a line. A source that was displaced may still be sending on its thread
/// while the new one begins on another: each packet takes the lock, which nobody holds for longer
/// than one packet.
final class Outgoing {
  /// How long after the last packet it is still worth fading it out.
  private static final long RECENT_NS = 100_000_000;

  /// Of a key, -10 dBm0 (RFC 4733 section 2.3.4).
  private static final int VOLUME = 10;

  private static final int EVENT_BYTES = 4;
  private static final byte[] SILENT_FRAME = new byte[MediaLimits.FRAME];

  static {
    Arrays.fill(SILENT_FRAME, G711.SILENT_MU);
  }

  private final MediaLeg leg;
  private final LongSupplier nanoTime;
  private final Numbering numbering;
  private final Splice splice = new Splice();
  private final byte[] packet = new byte[Rtp.HEADER + MediaLimits.PAYLOAD + MediaLeg.TRAILER];
  private volatile @Nullable Source heard;
  private @Nullable Key interjection;
  private boolean changed;
  private long audioAt;

  Outgoing(MediaLeg leg, LongSupplier nanoTime, RandomGenerator random) {
    this.leg = leg;
    this.nanoTime = nanoTime;
    this.numbering = new Numbering(random.nextInt(), random.nextInt());
    this.audioAt = nanoTime.getAsLong() - RECENT_NS;
  }

  synchronized Feed take(Supplier<Payloads> speaks) {
    var source = new Source(speaks);
    heard = source;
    changed = true;
    numbering.changeSource();
    return source;
  }

  synchronized Interjection interject() {
    var key = new Key();
    interjection = key;
    return key;
  }

  private synchronized void relay(Source source, byte[] bytes, int offset, int length) {
    if (source != heard) return;
    var to = leg.payloads();
    var samples = Rtp.payloadLength(bytes, offset, length);
    var type = typeFor(source.speaks.get(), to, Rtp.payloadType(bytes, offset));
    if (interjection != null || type == Payloads.NONE || samples > MediaLimits.PAYLOAD) {
      numbering.skip(bytes, offset);
    } else if (type == to.telephoneEvent()) {
      relayEvent(bytes, offset, length);
    } else {
      relayAudio(type, bytes, offset, length);
    }
  }

  /// What a packet of the source is sent as, or [Payloads#NONE] when the far end cannot have it.
  private static int typeFor(Payloads from, Payloads to, int type) {
    if (type == Payloads.PCMU || type == Payloads.PCMA) return to.audio();
    return type == from.telephoneEvent() ? to.telephoneEvent() : Payloads.NONE;
  }

  private void relayAudio(int type, byte[] bytes, int offset, int length) {
    var now = nanoTime.getAsLong();
    var samples = Rtp.payloadLength(bytes, offset, length);
    var step = numbering.next(bytes, offset, samples, now);
    if (step == Numbering.Step.LATE) return;
    var first = step == Numbering.Step.FIRST;
    Rtp.write(
        packet,
        first || Rtp.marker(bytes, offset),
        type,
        numbering.sequence(),
        numbering.timestampOf(bytes, offset));
    var from = offset + Rtp.headerLength(bytes, offset);
    translate(Rtp.payloadType(bytes, offset), type, bytes, from, samples);
    sendAudio(type, samples, now);
  }

  private void translate(int fromType, int toType, byte[] bytes, int from, int samples) {
    if (fromType == toType) {
      System.arraycopy(bytes, from, packet, Rtp.HEADER, samples);
    } else if (toType == Payloads.PCMA) {
      for (var i = 0; i < samples; i++) packet[Rtp.HEADER + i] = G711.aOfMu(bytes[from + i]);
    } else {
      for (var i = 0; i < samples; i++) packet[Rtp.HEADER + i] = G711.muOfA(bytes[from + i]);
    }
  }

  private void sendAudio(int type, int samples, long now) {
    if (now - audioAt >= RECENT_NS) {
      splice.forget();
      changed = true;
    }
    if (changed) splice.into(packet, type, samples);
    changed = false;
    audioAt = now;
    splice.remember(packet, type, samples);
    leg.send(packet, Rtp.HEADER + samples);
  }

  /// An event keeps its marker, which says that it begins, and is not faded.
  private void relayEvent(byte[] bytes, int offset, int length) {
    if (Rtp.payloadLength(bytes, offset, length) < EVENT_BYTES) return;
    var from = offset + Rtp.headerLength(bytes, offset);
    var duration = ((bytes[from + 2] & 0xFF) << 8) | (bytes[from + 3] & 0xFF);
    var samples = duration + MediaLimits.FRAME;
    var step = numbering.next(bytes, offset, samples, nanoTime.getAsLong());
    if (step == Numbering.Step.LATE) return;
    Rtp.write(
        packet,
        Rtp.marker(bytes, offset),
        leg.payloads().telephoneEvent(),
        numbering.sequence(),
        numbering.timestampOf(bytes, offset));
    System.arraycopy(bytes, from, packet, Rtp.HEADER, EVENT_BYTES);
    leg.send(packet, Rtp.HEADER + EVENT_BYTES);
  }

  private synchronized void end(Source source) {
    if (source != heard) return;
    heard = null;
    if (nanoTime.getAsLong() - audioAt < RECENT_NS && interjection == null) fadeOut();
  }

  /// One packet that fades what was heard last into silence.
  private void fadeOut() {
    changed = true;
    insertAudio(SILENT_FRAME);
    splice.forget();
  }

  private void insertAudio(byte[] frame) {
    var now = nanoTime.getAsLong();
    var type = leg.payloads().audio();
    var at = numbering.insert(now);
    numbering.inserted(at, frame.length, now);
    Rtp.write(packet, false, type, numbering.sequence(), at);
    translate(Payloads.PCMU, type, frame, 0, frame.length);
    sendAudio(type, frame.length, now);
  }

  private final class Source implements Feed {
    final Supplier<Payloads> speaks;

    Source(Supplier<Payloads> speaks) {
      this.speaks = speaks;
    }

    @Override
    public void packet(byte[] bytes, int offset, int length) {
      relay(this, bytes, offset, length);
    }

    @Override
    public boolean isHeard() {
      return heard == this;
    }

    @Override
    public void close() {
      end(this);
    }
  }

  private final class Key implements Interjection {
    private int begunAt;

    @Override
    public void event(boolean first, int code, boolean end, int duration) {
      synchronized (Outgoing.this) {
        var type = leg.payloads().telephoneEvent();
        if (interjection != this || type == Payloads.NONE) return;
        var now = nanoTime.getAsLong();
        var at = numbering.insert(now);
        if (first) begunAt = at;
        numbering.inserted(begunAt, duration + MediaLimits.FRAME, now);
        Rtp.write(packet, first, type, numbering.sequence(), begunAt);
        packet[Rtp.HEADER] = (byte) code;
        packet[Rtp.HEADER + 1] = (byte) (end ? 0x80 | VOLUME : VOLUME);
        packet[Rtp.HEADER + 2] = (byte) (duration >> 8);
        packet[Rtp.HEADER + 3] = (byte) duration;
        leg.send(packet, Rtp.HEADER + EVENT_BYTES);
      }
    }

    @Override
    public void audio(byte[] frame) {
      synchronized (Outgoing.this) {
        if (interjection == this) insertAudio(frame);
      }
    }

    @Override
    public void close() {
      synchronized (Outgoing.this) {
        if (interjection == this) interjection = null;
        changed = true;
      }
    }
  }
}
