package org.hiwar.voice.media.sound;

/// What reading a file with a prompt or music comes to.
public sealed interface SoundFile {
  /// It can be played.
  record Playable(Clip clip) implements SoundFile {}

  /// It cannot; `fault` is for the screens, `detail` says to a person what was found.
  record Refused(Fault fault, String detail) implements SoundFile {}

  /// Why a file is refused.
  enum Fault {
    TOO_LARGE,
    NOT_WAV,
    TRUNCATED,
    NOT_PCM_16,
    CHANNELS,
    SAMPLE_RATE,
    EMPTY,
    TOO_LONG
  }
}
