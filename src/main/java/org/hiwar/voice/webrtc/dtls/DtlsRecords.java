package org.hiwar.voice.webrtc.dtls;

/// What can be seen of a datagram before anybody has keys
/// ([RFC 6347 section 4.1](https://www.rfc-editor.org/rfc/rfc6347#section-4.1) and 4.2.2).
final class DtlsRecords {
  private static final int HEADER = 13;
  private static final int ALERT = 21;
  private static final int HANDSHAKE = 22;
  private static final int CLIENT_HELLO = 1;
  private static final int MESSAGE_HEADER = 12;

  /// Nonce and tag of AES-GCM, in all suites that we take.
  private static final int PROTECTION = 8 + 16;

  private DtlsRecords() {}

  /// Whether Bouncy Castle may see a datagram. It ends an association over two things that anyone
  /// can send: an alert that nobody has signed, and a protected record that is too short to be one.
  static boolean isHarmless(byte[] datagram) {
    int at = 0;
    while (at + HEADER <= datagram.length) {
      boolean isProtected = number(datagram, at + 3, 2) > 0;
      int length = number(datagram, at + 11, 2);
      if (isProtected ? length <= PROTECTION : datagram[at] == ALERT) return false;
      at += HEADER + length;
    }
    return at == datagram.length;
  }

  /// Whether it begins with the first piece of a ClientHello in several. Such a one comes without a
  /// cookie: the post-quantum key share of newer browsers does not fit into one datagram.
  static boolean beginsFragmentedHello(byte[] datagram) {
    if (datagram.length < HEADER + MESSAGE_HEADER) return false;
    int length = number(datagram, HEADER + 1, 3);
    int offset = number(datagram, HEADER + 6, 3);
    int fragment = number(datagram, HEADER + 9, 3);
    return datagram[0] == HANDSHAKE
        && number(datagram, 3, 2) == 0
        && datagram[HEADER] == CLIENT_HELLO
        && offset == 0
        && fragment < length;
  }

  private static int number(byte[] bytes, int at, int count) {
    int value = 0;
    for (int i = 0; i < count; i++) value = value << 8 | bytes[at + i] & 0xff;
    return value;
  }
}
