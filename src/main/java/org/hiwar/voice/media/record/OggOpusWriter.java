package org.hiwar.voice.media.record;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Puts Opus packets into an Ogg file: pages after [RFC
/// 3533](https://www.rfc-editor.org/rfc/rfc3533), headers and positions after [RFC
/// 7845](https://www.rfc-editor.org/rfc/rfc7845). Positions count at 48,000 Hz whatever went in.
final class OggOpusWriter {
  private static final int FIRST = 2;
  private static final int LAST = 4;

  /// Packets to a page: a second, so that a player finds its way.
  private static final int PACKETS = 50;

  /// The most that a packet of one page can be, with room for fifty of them.
  private static final int PACKET = 1_275;

  private static final int[] CRC = table();

  private final OutputStream out;
  private final int serial;
  private final List<byte[]> waiting = new ArrayList<>();
  private int page;

  OggOpusWriter(OutputStream out, int serial) {
    this.out = out;
    this.serial = serial;
  }

  /// @param skip samples at 48,000 Hz at the beginning that are not played
  void begin(int channels, int skip, int inputRate) throws IOException {
    var head = ByteBuffer.allocate(19).order(ByteOrder.LITTLE_ENDIAN);
    head.put(ascii("OpusHead")).put((byte) 1).put((byte) channels).putShort((short) skip);
    head.putInt(inputRate).putShort((short) 0).put((byte) 0);
    waiting.add(head.array());
    flush(0, FIRST);
    var vendor = ascii("Hiwar");
    var tags = ByteBuffer.allocate(8 + 4 + vendor.length + 4).order(ByteOrder.LITTLE_ENDIAN);
    tags.put(ascii("OpusTags")).putInt(vendor.length).put(vendor).putInt(0);
    waiting.add(tags.array());
    flush(0, 0);
  }

  /// @param position at its end, with what is skipped; for the last one where playing ends
  void packet(byte[] packet, long position, boolean last) throws IOException {
    if (packet.length > PACKET) throw new IllegalArgumentException("a packet too long");
    waiting.add(packet);
    if (last || waiting.size() == PACKETS) flush(position, last ? LAST : 0);
  }

  private void flush(long position, int flags) throws IOException {
    var segments = waiting.stream().mapToInt(packet -> packet.length / 255 + 1).sum();
    var length = waiting.stream().mapToInt(packet -> packet.length).sum();
    var bytes = ByteBuffer.allocate(27 + segments + length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(ascii("OggS")).put((byte) 0).put((byte) flags).putLong(position).putInt(serial);
    bytes.putInt(page++).putInt(0).put((byte) segments);
    for (var packet : waiting) {
      for (var i = 0; i < packet.length / 255; i++) bytes.put((byte) 255);
      bytes.put((byte) (packet.length % 255));
    }
    waiting.forEach(bytes::put);
    bytes.putInt(22, checksum(bytes.array()));
    out.write(bytes.array());
    waiting.clear();
  }

  /// CRC of 32 bits with the polynomial 0x04c11db7, neither inverted nor reflected.
  static int checksum(byte[] bytes) {
    var crc = 0;
    for (var octet : bytes) crc = crc << 8 ^ CRC[(crc >>> 24 ^ octet) & 0xFF];
    return crc;
  }

  private static int[] table() {
    var table = new int[256];
    for (var i = 0; i < 256; i++) {
      var crc = i << 24;
      for (var bit = 0; bit < 8; bit++) crc = crc << 1 ^ (crc < 0 ? 0x04c11db7 : 0);
      table[i] = crc;
    }
    return table;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
