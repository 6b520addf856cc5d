package org.hiwar.voice.webrtc.sdp;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Who sends ([RFC 8866 section 6.7](https://www.rfc-editor.org/rfc/rfc8866#section-6.7)).
public enum Direction {
  SENDRECV,
  SENDONLY,
  RECVONLY,
  INACTIVE;

  /// The same from the other side.
  Direction mirrored() {
    return switch (this) {
      case SENDRECV -> SENDRECV;
      case SENDONLY -> RECVONLY;
      case RECVONLY -> SENDONLY;
      case INACTIVE -> INACTIVE;
    };
  }

  String attribute() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Direction> read(String attribute) {
    return Arrays.stream(values()).filter(some -> some.attribute().equals(attribute)).findFirst();
  }
}
