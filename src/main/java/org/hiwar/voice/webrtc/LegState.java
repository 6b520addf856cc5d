package org.hiwar.voice.webrtc;

import org.hiwar.voice.webrtc.srtp.ProtectionProfile;

/// How far a browser's leg is. *Lost* and *closed* are final: the browser offers anew.
public sealed interface LegState {
  /// Answered; the browser's checks and its handshake are awaited, for
  /// [WebRtcLimits#CONNECT] at most.
  record Connecting() implements LegState {}

  record Connected(ProtectionProfile profile) implements LegState {}

  record Lost(Cause cause) implements LegState {}

  /// By us.
  record Closed() implements LegState {}

  /// Why a leg was lost.
  enum Cause {
    /// No check came in time: the browser does not reach the port.
    NEVER_REACHED,
    /// Checks came, but no handshake with the right certificate.
    NO_HANDSHAKE,
    /// No check came for 30 s: network or browser are gone.
    SILENT,
    /// The browser said farewell.
    LEFT
  }
}
