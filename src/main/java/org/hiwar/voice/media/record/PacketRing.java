package org.hiwar.voice.media.record;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.hiwar.voice.media.MediaLimits;
import org.hiwar.voice.media.Rtp;
import org.jspecify.annotations.Nullable;

/// Carries packets from the threads of the media to the writer, without a lock and without making
/// an object: a bounded ring for many writers and one reader, where each slot says by a number
/// whose turn it is.
///
/// When it is full the packet is dropped and counted: a slow disk must not hold up a call.
final class PacketRing {
  private static final int SLOTS = MediaLimits.WAITING_PACKETS;

  /// For a slot and its round: `place` when it may be written, `place + 1` when it may be read.
  private final AtomicLongArray turns = new AtomicLongArray(SLOTS);

  private final Slot[] slots = new Slot[SLOTS];
  private final AtomicLong end = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private long start;

  PacketRing() {
    for (var i = 0; i < SLOTS; i++) {
      slots[i] = new Slot();
      turns.set(i, i);
    }
  }

  /// A packet in the ring.
  static final class Slot {
    @Nullable Recording recording;
    Side side = Side.AGENT;
    int type;
    int ssrc;
    int timestamp;
    long arrived;
    int samples;
    final byte[] payload = new byte[MediaLimits.PAYLOAD];
  }

  /// Takes what the reader is given.
  interface Reader {
    void packet(Slot slot);
  }

  /// Puts in the payload of an RTP packet of audio.
  void put(Recording recording, Side side, byte[] bytes, int offset, int length, long arrived) {
    var place = claim();
    if (place < 0) {
      dropped.getAndIncrement();
      return;
    }
    var at = (int) (place & (SLOTS - 1));
    var slot = slots[at];
    slot.recording = recording;
    slot.side = side;
    slot.type = Rtp.payloadType(bytes, offset);
    slot.ssrc = Rtp.ssrc(bytes, offset);
    slot.timestamp = Rtp.timestamp(bytes, offset);
    slot.arrived = arrived;
    slot.samples = Rtp.payloadLength(bytes, offset, length);
    System.arraycopy(
        bytes, offset + Rtp.headerLength(bytes, offset), slot.payload, 0, slot.samples);
    turns.setRelease(at, place + 1);
  }

  /// Reads what is there. For the one reader.
  void drain(Reader reader) {
    while (true) {
      var at = (int) (start & (SLOTS - 1));
      if (turns.getAcquire(at) != start + 1) return;
      var slot = slots[at];
      reader.packet(slot);
      slot.recording = null;
      turns.setRelease(at, start + SLOTS);
      start++;
    }
  }

  /// Packets that found no room.
  long dropped() {
    return dropped.get();
  }

  /// A place to write, or -1 when all are taken.
  private long claim() {
    while (true) {
      var place = end.get();
      var turn = turns.getAcquire((int) (place & (SLOTS - 1)));
      if (turn < place) return -1;
      if (turn == place && end.compareAndSet(place, place + 1)) return place;
    }
  }
}
