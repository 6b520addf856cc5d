package org.hiwar.voice.sip;

/// What is counted of what nobody should send, and of what did not work.
public enum SipCount {
  /// Messages and connections from addresses that belong to no trunk and no registered phone.
  STRANGER,
  /// Attempts to register beyond the rate.
  TOO_MANY_REGISTERS,
  /// Larger, or with more headers, than any message may be.
  TOO_LARGE,
  /// What the parser refused.
  MALFORMED,
  /// Fits no call of ours.
  STRAY,
  /// Calls beyond the number or the rate that is kept.
  TOO_MANY_CALLS,
  /// Connections beyond the number that is kept.
  TOO_MANY_CONNECTIONS,
  /// Wrong passwords, unknown users, forged and repeated nonces.
  NOT_AUTHENTICATED,
  /// Came for a call that had no room for it.
  CALL_OVERLOADED,
  /// A mistake in our code; its stack trace is in the log.
  FAULT
}
