package org.hiwar.voice.webrtc.sdp;

/// Ends the reading of an offer; never leaves the package.
final class BadOffer extends Exception {
  BadOffer(String sentence) {
    super(sentence, null, false, false);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
