package org.hiwar.voice.media.record;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads an Ogg Opus file as RFC 3533 and RFC 7845 say, and complains about every fault in it.
public final class OpusReader {
  private final ByteBuffer file;
  private final List<byte[]> packets = new ArrayList<>();
  private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
  private long position;
  private boolean ended;

  private OpusReader(byte[] bytes) {
    file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  public static Wav read(Path path) throws IOException {
    var reader = new OpusReader(Files.readAllBytes(path));
    for (var page = 0; reader.file.hasRemaining(); page++) reader.page(page);
    if (!reader.ended) throw new AssertionError("no end of the stream");
    try {
      return reader.decode();
    } catch (OpusException e) {
      throw new AssertionError(e);
    }
  }

  private void page(int number) {
    var start = file.position();
    require(text(4).equals("OggS") && file.get() == 0, "a page");
    var flags = file.get();
    require((flags & 2) != 0 == (number == 0), "the first flag");
    position = file.getLong();
    file.getInt();
    require(file.getInt() == number, "the number of the page");
    var checksum = file.getInt();
    var lengths = new byte[file.get() & 0xFF];
    file.get(lengths);
    for (var length : lengths) segment(length & 0xFF);
    ended = (flags & 4) != 0;
    require(checksum == checksum(start, file.position()), "the checksum");
  }

  private void segment(int length) {
    var bytes = new byte[length];
    file.get(bytes);
    unfinished.writeBytes(bytes);
    if (length == 255) return;
    packets.add(unfinished.toByteArray());
    unfinished.reset();
  }

  /// Bit by bit, as the definition says it.
  private int checksum(int from, int to) {
    var crc = 0;
    for (var i = from; i < to; i++) {
      var octet = i >= from + 22 && i < from + 26 ? 0 : file.get(i) & 0xFF;
      crc ^= octet << 24;
      for (var bit = 0; bit < 8; bit++) crc = crc << 1 ^ (crc < 0 ? 0x04c11db7 : 0);
    }
    return crc;
  }

  private Wav decode() throws OpusException {
    var head = ByteBuffer.wrap(packets.get(0)).order(ByteOrder.LITTLE_ENDIAN);
    require(new String(packets.get(0), 0, 8, StandardCharsets.US_ASCII).equals("OpusHead"), "head");
    require(new String(packets.get(1), 0, 8, StandardCharsets.US_ASCII).equals("OpusTags"), "tags");
    require(head.get(9) == 2, "two channels");
    var skip = head.getShort(10) / 6;
    var all = new short[2 * 160 * packets.size()];
    var decoder = new OpusDecoder(8_000, 2);
    for (var i = 2; i < packets.size(); i++) {
      var count =
          decoder.decode(packets.get(i), 0, packets.get(i).length, all, 320 * (i - 2), 160, false);
      require(count == 160, "frames of 20 ms");
    }
    var length = (int) (position / 6) - skip;
    require(length <= 160 * (packets.size() - 2) - skip, "no more than there is");
    var wav = new Wav(new short[length], new short[length]);
    for (var i = 0; i < length; i++) {
      wav.left()[i] = all[2 * (i + skip)];
      wav.right()[i] = all[2 * (i + skip) + 1];
    }
    return wav;
  }

  private String text(int length) {
    var bytes = new byte[length];
    file.get(bytes);
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  private static void require(boolean condition, String what) {
    if (!condition) throw new AssertionError("not as it should be: " + what);
  }
}
