package org.hiwar.voice.media.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import org.hiwar.voice.media.G711;
import org.hiwar.voice.media.MediaLimits;

/// The last two seconds of a recording, where packets are put in their places before they are
/// written. What comes later than that is lost. For the writer alone.
final class Canvas {
  /// Samples that it holds; a power of two.
  private static final int WINDOW = 16_384;

  private final short[][] sides = new short[Side.values().length][WINDOW];
  private final FileChannel file;
  private final ByteBuffer out;
  private long written;

  /// @param out where samples are put together for writing, shared by all canvases
  Canvas(FileChannel file, ByteBuffer out) {
    this.file = file;
    this.out = out.order(ByteOrder.LITTLE_ENDIAN);
  }

  /// Where `count` samples of a buffer for [#Canvas] have room.
  static ByteBuffer buffer() {
    return ByteBuffer.allocateDirect(MediaLimits.RATE * WavFile.SAMPLE);
  }

  /// Puts a packet in its place, but for what must be silent.
  void put(PacketRing.Slot slot, long place, Pauses pauses) throws IOException {
    var end = place + slot.samples;
    if (end > written + WINDOW) write(end - WINDOW, pauses);
    var side = sides[slot.side.ordinal()];
    var quiet = pauses.touch(place, end);
    for (var i = (int) Math.max(0, written - place); i < slot.samples; i++)
      if (!quiet || !pauses.contains(place + i))
        side[(int) ((place + i) & (WINDOW - 1))] = G711.linear(slot.type, slot.payload[i]);
  }

  /// Writes everything before `until`; what nobody said is silent.
  void write(long until, Pauses pauses) throws IOException {
    while (written < until) {
      var count = (int) Math.min(until - written, out.clear().capacity() / WavFile.SAMPLE);
      var quiet = pauses.touch(written, written + count);
      for (var i = 0; i < count; i++) sample(written + i, quiet && pauses.contains(written + i));
      out.flip();
      while (out.hasRemaining()) file.write(out);
      written += count;
    }
  }

  private void sample(long place, boolean silent) {
    var at = (int) (place & (WINDOW - 1));
    for (var side : sides) {
      out.putShort(silent ? 0 : side[at]);
      side[at] = 0;
    }
  }
}
