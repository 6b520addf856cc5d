package org.hiwar.voice.media.rtp;

/// Why a packet was not used. Every one is counted, per leg and altogether.
public enum Refused {
  /// No RTP packet of version 2 with true lengths.
  MALFORMED,
  /// A payload type that was not agreed.
  PAYLOAD_TYPE,
  /// Neither from the address of the SDP nor from a network allowed.
  FOREIGN,
  /// From elsewhere, when the source is decided until there is a new SDP.
  TOO_LATE,
  /// From an allowed network, and not yet enough in sequence.
  CANDIDATE,
  /// A report from an address that is not the far end's.
  FOREIGN_REPORT,
  /// No RTCP compound packet with true lengths.
  MALFORMED_REPORT
}
