package org.hiwar.voice.sdp;

/// What came of reading a description.
public sealed interface SdpReading {
  record Read(RemoteAudio audio) implements SdpReading {}

  /// Well-formed, but no audio that we can take part in: SIP answers 488.
  record Unusable(String why) implements SdpReading {}

  /// Not a session description: SIP answers 400.
  record Malformed(String why) implements SdpReading {}
}
