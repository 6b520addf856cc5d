package org.hiwar.voice.sdp;

/// Leaves the reader from any depth; [SdpReader#read] turns it into an outcome.
final class NotSdp extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotSdp(String why) {
    super(why, null, false, false);
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
