package org.hiwar.voice.call;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.hiwar.voice.media.sound.Clip;
import org.hiwar.voice.media.sound.HoldMusic;
import org.hiwar.voice.media.sound.SoundFile;
import org.hiwar.voice.media.sound.Tones;
import org.hiwar.voice.media.sound.WavReader;
import org.jspecify.annotations.Nullable;

/// What Hiwar itself is heard to say and play.
///
/// @param music for who waits or is held
/// @param ringing for the agent while it rings at the customer's
/// @param recorded says that the call is recorded, by language
public record Sounds(Clip music, Clip ringing, Map<String, Clip> recorded) {
  /// Spoken where nothing better is known: understood by most callers of most networks.
  private static final String OTHERWISE = "en";

  public Sounds {
    recorded = Map.copyOf(recorded);
  }

  public static Sounds ours() {
    return new Sounds(
        HoldMusic.compose(),
        Tones.ringing(),
        Map.of("en", read("recorded-en.wav"), "ar", read("recorded-ar.wav")));
  }

  /// @param language of the call; null when it is not known
  Clip recorded(@Nullable String language) {
    var said = language == null ? null : recorded.get(language);
    if (said == null) said = recorded.get(OTHERWISE);
    if (said == null) throw new IllegalStateException("no announcement");
    return said;
  }

  private static Clip read(String name) {
    try (var file = Sounds.class.getResourceAsStream(name)) {
      if (file == null) throw new IllegalStateException(name + " is missing");
      return switch (WavReader.read(file.readAllBytes())) {
        case SoundFile.Playable(Clip clip) -> clip;
        case SoundFile.Refused(_, String detail) -> throw new IllegalStateException(detail);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
