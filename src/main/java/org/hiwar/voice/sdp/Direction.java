package org.hiwar.voice.sdp;

/// Which way audio flows, as the side sees it that wrote the description (RFC 8866 section 6.7).
public enum Direction {
  SENDRECV,
  SENDONLY,
  RECVONLY,
  INACTIVE;

  /// What the other side answers to this when it wants nothing less (RFC 3264 section 6.1).
  public Direction mirrored() {
    return switch (this) {
      case SENDRECV -> SENDRECV;
      case SENDONLY -> RECVONLY;
      case RECVONLY -> SENDONLY;
      case INACTIVE -> INACTIVE;
    };
  }

  String attribute() {
    return switch (this) {
      case SENDRECV -> "sendrecv";
      case SENDONLY -> "sendonly";
      case RECVONLY -> "recvonly";
      case INACTIVE -> "inactive";
    };
  }
}
