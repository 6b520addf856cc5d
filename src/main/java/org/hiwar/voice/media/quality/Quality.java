package org.hiwar.voice.media.quality;

/// How the leg of a person is, as it is said to that person. The screens have the words.
public sealed interface Quality {
  record Fine() implements Quality {}

  /// Packets come, and nothing can be heard in them: muted at the device, or the wrong one.
  record MicrophoneSilent() implements Quality {}

  /// No packets come at all.
  record NothingArrives() implements Quality {}

  /// The network loses packets, in the worse of the two directions.
  record NetworkLoses(int percent) implements Quality {}

  /// There and back it takes so long that people talk into each other's words.
  record NetworkDelays(int roundTripMs) implements Quality {}
}
