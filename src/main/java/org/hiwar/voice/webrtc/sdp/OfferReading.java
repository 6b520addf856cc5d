package org.hiwar.voice.webrtc.sdp;

/// What reading an offer leads to.
public sealed interface OfferReading {
  record Understood(Offer offer) implements OfferReading {}

  /// @param sentence in English, for the log and for who writes a client
  record Refused(String sentence) implements OfferReading {}
}
