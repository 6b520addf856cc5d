package org.hiwar.voice.webrtc.ice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/// A STUN message as it came ([RFC 8489 section
/// 5](https://www.rfc-editor.org/rfc/rfc8489#section-5) and 14), whole and with a right FINGERPRINT
/// where it has one. Whether it comes from whom it says is asked with [#isAuthentic].
///
/// Attributes behind MESSAGE-INTEGRITY are not protected and not listed.
public final class StunMessage {
  static final int BINDING_REQUEST = 0x0001;
  static final int BINDING_SUCCESS = 0x0101;
  static final int BINDING_ERROR = 0x0111;
  static final int COOKIE = 0x2112A442;
  static final int HEADER = 20;
  static final int INTEGRITY = 20;
  static final int FINGERPRINT_MASK = 0x5354554e;

  private final byte[] bytes;
  private final List<Attribute> attributes = new ArrayList<>();
  private int integrityAt = -1;
  private boolean hasFingerprint;

  private record Attribute(int type, int at, int length) {}

  private StunMessage(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Empty when this is no STUN message, or a broken one.
  public static Optional<StunMessage> read(byte[] datagram, int length) {
    if (length < HEADER || length > IceLimits.MESSAGE_BYTES) return Optional.empty();
    var message = new StunMessage(Arrays.copyOf(datagram, length));
    return message.isStun() && message.readAttributes() ? Optional.of(message) : Optional.empty();
  }

  private boolean isStun() {
    int length = unsignedShort(2);
    return (bytes[0] & 0xC0) == 0
        && integer(4) == COOKIE
        && length % 4 == 0
        && length + HEADER == bytes.length;
  }

  private boolean readAttributes() {
    int at = HEADER;
    while (at < bytes.length) {
      if (hasFingerprint || attributes.size() == IceLimits.ATTRIBUTES) return false;
      var attribute = new Attribute(unsignedShort(at), at + 4, unsignedShort(at + 2));
      int next = attribute.at + (attribute.length + 3 & ~3);
      if (next > bytes.length || !take(attribute)) return false;
      at = next;
    }
    return true;
  }

  /// False when the attribute makes the message a broken one.
  private boolean take(Attribute attribute) {
    if (attribute.type == StunAttribute.FINGERPRINT) {
      hasFingerprint = true;
      return attribute.length == 4 && integer(attribute.at) == fingerprintBefore(attribute.at - 4);
    }
    if (integrityAt >= 0) return true;
    attributes.add(attribute);
    if (attribute.type == StunAttribute.MESSAGE_INTEGRITY) integrityAt = attribute.at - 4;
    return attribute.type != StunAttribute.MESSAGE_INTEGRITY || attribute.length == INTEGRITY;
  }

  private int fingerprintBefore(int end) {
    return fingerprint(bytes, end);
  }

  static int fingerprint(byte[] bytes, int end) {
    var crc = new CRC32();
    crc.update(bytes, 0, end);
    return (int) crc.getValue() ^ FINGERPRINT_MASK;
  }

  public boolean isBindingRequest() {
    return type() == BINDING_REQUEST;
  }

  int type() {
    return unsignedShort(0);
  }

  byte[] transactionId() {
    return Arrays.copyOfRange(bytes, 8, HEADER);
  }

  boolean hasFingerprint() {
    return hasFingerprint;
  }

  /// Of a check: the receiver's fragment, a colon, the sender's fragment
  /// ([RFC 8445 section 7.2.2](https://www.rfc-editor.org/rfc/rfc8445#section-7.2.2)).
  public Optional<String> username() {
    return value(StunAttribute.USERNAME).map(value -> new String(value, StandardCharsets.UTF_8));
  }

  boolean has(int type) {
    return attributes.stream().anyMatch(attribute -> attribute.type == type);
  }

  Optional<byte[]> value(int type) {
    return attributes.stream()
        .filter(attribute -> attribute.type == type)
        .findFirst()
        .map(found -> Arrays.copyOfRange(bytes, found.at, found.at + found.length));
  }

  IntStream types() {
    return attributes.stream().mapToInt(Attribute::type);
  }

  /// Whether MESSAGE-INTEGRITY is there and made with this key
  /// ([RFC 8489 section 14.5](https://www.rfc-editor.org/rfc/rfc8489#section-14.5)). It covers what
  /// is before it, under a length as if it were the last.
  boolean isAuthentic(IntegrityKey key) {
    if (integrityAt < 0) return false;
    var covered = Arrays.copyOf(bytes, integrityAt);
    int length = integrityAt + 4 + INTEGRITY - HEADER;
    covered[2] = (byte) (length >>> 8);
    covered[3] = (byte) length;
    var claimed = Arrays.copyOfRange(bytes, integrityAt + 4, integrityAt + 4 + INTEGRITY);
    return MessageDigest.isEqual(key.sign(covered), claimed);
  }

  private int unsignedShort(int at) {
    return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
  }

  private int integer(int at) {
    return unsignedShort(at) << 16 | unsignedShort(at + 2);
  }
}
