package org.hiwar.voice.webrtc.ice;

/// What becomes of a connectivity check.
public sealed interface CheckOutcome {
  /// The sender's address is believed from now on.
  ///
  /// @param nominates whether media go to this address now and went elsewhere or nowhere before
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Valid(byte[] answer, boolean nominates) implements CheckOutcome {}

  /// It comes from the peer, but cannot be answered with success.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Faulty(byte[] answer) implements CheckOutcome {}

  /// Not signed with our password, or for another pair of fragments: no answer.
  record NotAuthentic() implements CheckOutcome {}

  /// The peer has checked from [IceLimits#ADDRESSES] other addresses lately: no answer.
  record TooManyAddresses() implements CheckOutcome {}
}
