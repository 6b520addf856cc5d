package org.hiwar.voice.webrtc.ice;

import java.time.Duration;

/// How much there may be of what concerns connectivity checks.
public final class IceLimits {
  /// Of one STUN message, in bytes: what passes every network in one piece.
  static final int MESSAGE_BYTES = 1280;
  static final int ATTRIBUTES = 32;
  /// Addresses from which one browser has checked lately: its networks.
  static final int ADDRESSES = 8;
  /// So long an address is believed after its last valid check, and so long a browser may be silent
  /// ([RFC 7675 section 5.1](https://www.rfc-editor.org/rfc/rfc7675#section-5.1)). Browsers check
  /// every 2.5 s.
  public static final Duration CONSENT = Duration.ofSeconds(30);

  private IceLimits() {}
}
