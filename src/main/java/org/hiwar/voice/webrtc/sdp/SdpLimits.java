package org.hiwar.voice.webrtc.sdp;

/// How much there may be in an offer. Chromium's has some 60 lines and 3,000 characters.
final class SdpLimits {
  static final int CHARACTERS = 32 * 1024;
  static final int LINES = 400;
  static final int LINE_CHARACTERS = 1024;

  private SdpLimits() {}
}
