package org.hiwar.voice.webrtc.dtls;

import org.bouncycastle.tls.AlertDescription;

/// Why one attempt at a handshake led to nothing. None of them ends the association: whoever has
/// the right certificate may still come.
public enum HandshakeFailure {
  /// What came was no ClientHello, or a broken one.
  BAD_HELLO,
  /// The client offered no SRTP, or no profile that we know.
  NO_COMMON_PROFILE,
  /// The client's certificate is not the one of the offer, or it has none.
  WRONG_CERTIFICATE,
  /// A broken message later on, or no end in time.
  BROKEN;

  short alert() {
    return switch (this) {
      case NO_COMMON_PROFILE -> AlertDescription.handshake_failure;
      case WRONG_CERTIFICATE -> AlertDescription.bad_certificate;
      case BAD_HELLO, BROKEN -> AlertDescription.decode_error;
    };
  }
}
