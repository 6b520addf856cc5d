package org.hiwar.voice.media;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// The header of an RTP packet, read and written in place
/// ([RFC 3550](https://www.rfc-editor.org/rfc/rfc3550) section 5.1). Nothing here makes an object:
/// it runs for every packet. All but [#isWellFormed] and [#hasHeader] expect a packet that is.
public final class Rtp {
  /// Bytes of a header without contributing sources and extension, as all that are made here.
  public static final int HEADER = 12;

  private static final VarHandle SHORT = view(short[].class);
  private static final VarHandle INT = view(int[].class);

  private Rtp() {}

  private static VarHandle view(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.BIG_ENDIAN);
  }

  /// Whether these bytes are an RTP packet of version 2 whose lengths are true.
  public static boolean isWellFormed(byte[] bytes, int offset, int length) {
    return hasHeader(bytes, offset, length)
        && headerLength(bytes, offset) + padding(bytes, offset, length) <= length;
  }

  /// The same as far as the header tells: of an encrypted packet nothing else can be read.
  public static boolean hasHeader(byte[] bytes, int offset, int length) {
    if (length < HEADER || (bytes[offset] & 0xC0) != 0x80) return false;
    var header = HEADER + 4 * (bytes[offset] & 0x0F);
    if ((bytes[offset] & 0x10) != 0 && length < header + 4) return false;
    return headerLength(bytes, offset) <= length;
  }

  public static boolean marker(byte[] bytes, int offset) {
    return bytes[offset + 1] < 0;
  }

  public static int payloadType(byte[] bytes, int offset) {
    return bytes[offset + 1] & 0x7F;
  }

  public static int sequence(byte[] bytes, int offset) {
    return unsignedShort(bytes, offset + 2);
  }

  public static int timestamp(byte[] bytes, int offset) {
    return (int) INT.get(bytes, offset + 4);
  }

  public static int ssrc(byte[] bytes, int offset) {
    return (int) INT.get(bytes, offset + 8);
  }

  public static void setSsrc(byte[] bytes, int offset, int ssrc) {
    INT.set(bytes, offset + 8, ssrc);
  }

  /// Bytes before the payload.
  public static int headerLength(byte[] bytes, int offset) {
    var header = HEADER + 4 * (bytes[offset] & 0x0F);
    if ((bytes[offset] & 0x10) == 0) return header;
    return header + 4 + 4 * unsignedShort(bytes, offset + header + 2);
  }

  /// Bytes of the payload, without padding.
  public static int payloadLength(byte[] bytes, int offset, int length) {
    return length - headerLength(bytes, offset) - padding(bytes, offset, length);
  }

  /// Writes a header of [#HEADER] bytes at the start of `bytes`; the source is left to the leg.
  public static void write(byte[] bytes, boolean marker, int type, int sequence, int timestamp) {
    bytes[0] = (byte) 0x80;
    bytes[1] = (byte) (marker ? type | 0x80 : type);
    SHORT.set(bytes, 2, (short) sequence);
    INT.set(bytes, 4, timestamp);
  }

  /// How far `later` is behind `earlier` in the circle of sequence numbers; below zero, it is not.
  public static int sequenceStep(int earlier, int later) {
    return (short) (later - earlier);
  }

  static int unsignedShort(byte[] bytes, int at) {
    return (short) SHORT.get(bytes, at) & 0xFFFF;
  }

  /// A padding of zero bytes is a lie; it counts as more than there is, and the packet is refused.
  private static int padding(byte[] bytes, int offset, int length) {
    if ((bytes[offset] & 0x20) == 0) return 0;
    var padding = bytes[offset + length - 1] & 0xFF;
    return padding == 0 ? length : padding;
  }
}
