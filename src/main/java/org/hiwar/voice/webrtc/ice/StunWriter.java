package org.hiwar.voice.webrtc.ice;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes a STUN message attribute by attribute; the last are always MESSAGE-INTEGRITY and
/// FINGERPRINT.
final class StunWriter {
  private final ByteBuffer buffer = ByteBuffer.allocate(IceLimits.MESSAGE_BYTES);
  private final byte[] transactionId;

  StunWriter(int type, byte[] transactionId) {
    this.transactionId = transactionId.clone();
    buffer.putShort((short) type).putShort((short) 0);
    buffer.putInt(StunMessage.COOKIE).put(transactionId);
  }

  StunWriter attribute(int type, byte[] value) {
    buffer.putShort((short) type).putShort((short) value.length).put(value);
    while (buffer.position() % 4 != 0) buffer.put((byte) 0);
    return this;
  }

  /// [RFC 8489 section 14.2](https://www.rfc-editor.org/rfc/rfc8489#section-14.2).
  StunWriter xorMappedAddress(InetSocketAddress address) {
    var ip = address.getAddress().getAddress();
    var mask = ByteBuffer.allocate(16).putInt(StunMessage.COOKIE).put(transactionId).array();
    for (int i = 0; i < ip.length; i++) ip[i] ^= mask[i];
    byte family = (byte) (ip.length == 4 ? 1 : 2);
    short port = (short) (address.getPort() ^ StunMessage.COOKIE >>> 16);
    var value = ByteBuffer.allocate(4 + ip.length);
    value.put((byte) 0).put(family).putShort(port).put(ip);
    return attribute(StunAttribute.XOR_MAPPED_ADDRESS, value.array());
  }

  /// [RFC 8489 section 14.8](https://www.rfc-editor.org/rfc/rfc8489#section-14.8).
  StunWriter errorCode(int code, String reason) {
    var phrase = reason.getBytes(StandardCharsets.UTF_8);
    var value = ByteBuffer.allocate(4 + phrase.length).putShort((short) 0);
    value.put((byte) (code / 100)).put((byte) (code % 100)).put(phrase);
    return attribute(StunAttribute.ERROR_CODE, value.array());
  }

  StunWriter unknownAttributes(int[] types) {
    var value = ByteBuffer.allocate(2 * types.length);
    Arrays.stream(types).forEach(type -> value.putShort((short) type));
    return attribute(StunAttribute.UNKNOWN_ATTRIBUTES, value.array());
  }

  byte[] finish(IntegrityKey key) {
    setLength(4 + StunMessage.INTEGRITY);
    attribute(StunAttribute.MESSAGE_INTEGRITY, key.sign(written()));
    setLength(8);
    int crc = StunMessage.fingerprint(buffer.array(), buffer.position());
    attribute(StunAttribute.FINGERPRINT, ByteBuffer.allocate(4).putInt(crc).array());
    return written();
  }

  /// The length counts what is about to be written, too.
  private void setLength(int more) {
    buffer.putShort(2, (short) (buffer.position() + more - StunMessage.HEADER));
  }

  private byte[] written() {
    return Arrays.copyOf(buffer.array(), buffer.position());
  }
}
