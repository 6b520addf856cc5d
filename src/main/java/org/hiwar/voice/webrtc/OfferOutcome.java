package org.hiwar.voice.webrtc;

/// What a browser's offer leads to.
public sealed interface OfferOutcome {
  /// @param answer in SDP, for the browser
  record Answered(BrowserLeg leg, String answer) implements OfferOutcome {}

  /// @param sentence in English
  record Refused(String sentence) implements OfferOutcome {}
}
