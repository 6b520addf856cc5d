package org.hiwar.voice.webrtc.ice;

/// Numbers of attributes ([RFC 8489 section
/// 18.3](https://www.rfc-editor.org/rfc/rfc8489#section-18.3), [RFC 8445 section
/// 16.1](https://www.rfc-editor.org/rfc/rfc8445#section-16.1)).
final class StunAttribute {
  static final int USERNAME = 0x0006;
  static final int MESSAGE_INTEGRITY = 0x0008;
  static final int ERROR_CODE = 0x0009;
  static final int UNKNOWN_ATTRIBUTES = 0x000A;
  static final int XOR_MAPPED_ADDRESS = 0x0020;
  static final int PRIORITY = 0x0024;
  static final int USE_CANDIDATE = 0x0025;
  static final int FINGERPRINT = 0x8028;
  static final int ICE_CONTROLLED = 0x8029;
  static final int ICE_CONTROLLING = 0x802A;

  private static final int COMPREHENSION_OPTIONAL = 0x8000;

  private StunAttribute() {}

  /// Whether a check with this attribute may be answered with success: an unknown one of the lower
  /// half may not be passed over.
  static boolean isUnderstoodInCheck(int type) {
    return switch (type) {
      case USERNAME, MESSAGE_INTEGRITY, PRIORITY, USE_CANDIDATE -> true;
      default -> type >= COMPREHENSION_OPTIONAL;
    };
  }
}
