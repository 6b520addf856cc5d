package org.hiwar.voice.sdp;

import org.jspecify.annotations.Nullable;

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

  /// Null when the attribute says something else.
  public static @Nullable Direction of(String attribute) {
    return switch (attribute) {
      case "sendrecv" -> SENDRECV;
      case "sendonly" -> SENDONLY;
      case "recvonly" -> RECVONLY;
      case "inactive" -> INACTIVE;
      default -> null;
    };
  }

  public String attribute() {
    return switch (this) {
      case SENDRECV -> "sendrecv";
      case SENDONLY -> "sendonly";
      case RECVONLY -> "recvonly";
      case INACTIVE -> "inactive";
    };
  }
}
