package org.hiwar.voice.media.record;

import java.nio.file.Path;
import java.time.Duration;

/// What becomes of a recording.
public sealed interface RecordingEvent {
  /// As it was given to the recorder.
  String name();

  /// All of it is in a WAV file. It was stopped, or its time was up, or it was found at the start;
  /// what was told before the last end, but is not encoded yet, is told again.
  record Written(String name, Path wav, Duration length) implements RecordingEvent {}

  /// It is an Ogg Opus file now, and the WAV is gone.
  record Encoded(String name, Path opus, Waveform waveform) implements RecordingEvent {}

  /// It could not be written or encoded; what there is stays where it is.
  record Failed(String name, String why) implements RecordingEvent {}
}
