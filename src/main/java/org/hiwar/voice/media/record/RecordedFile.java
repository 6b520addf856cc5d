package org.hiwar.voice.media.record;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A recording that is whole.
///
/// @param peaks null while it is not encoded: then they are looked for in the sound itself
/// @param type of its content, as HTTP names it
public record RecordedFile(Path sound, @Nullable Path peaks, String type) {
  public Waveform waveform() throws IOException {
    return peaks == null ? Waveform.of(sound) : Waveform.read(peaks);
  }
}
