package org.hiwar.voice.webrtc.srtp;

/// The header of RTP ([RFC 3550 section 5.1](https://www.rfc-editor.org/rfc/rfc3550#section-5.1)).
final class RtpHeader {
  static final int SSRC_AT = 8;
  static final int MALFORMED = -1;
  private static final int FIXED = 12;
  private static final int VERSION = 2;

  private RtpHeader() {}

  /// Where the payload begins: behind contributing sources and extension, which must be whole.
  static int length(byte[] packet, int length) {
    if (length < FIXED || (packet[0] & 0xff) >>> 6 != VERSION) return MALFORMED;
    int header = FIXED + 4 * (packet[0] & 0x0f);
    boolean extended = (packet[0] & 0x10) != 0;
    if (extended) {
      if (header + 4 > length) return MALFORMED;
      header += 4 + 4 * Bytes.unsignedShort(packet, header + 2);
    }
    return header <= length ? header : MALFORMED;
  }

  static int sequence(byte[] packet) {
    return Bytes.unsignedShort(packet, 2);
  }

  /// How many bytes at the end are padding; more than there are behind the header when the packet
  /// lies.
  static int padding(byte[] packet, int length) {
    return (packet[0] & 0x20) == 0 ? 0 : packet[length - 1] & 0xff;
  }
}
