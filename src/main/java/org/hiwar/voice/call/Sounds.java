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
/// @param askedForCode asks for the code that was given in a chat, by language
/// @param queues for who waits, by language
public record Sounds(
    Clip music,
    Clip ringing,
    Map<String, Clip> recorded,
    Map<String, Clip> askedForCode,
    Map<String, QueueWords> queues) {
  /// Spoken where nothing better is known: understood by most callers of most networks.
  private static final String OTHERWISE = "en";

  public Sounds {
    recorded = Map.copyOf(recorded);
    askedForCode = Map.copyOf(askedForCode);
    queues = Map.copyOf(queues);
  }

  public static Sounds ours() {
    return new Sounds(
        HoldMusic.compose(),
        Tones.ringing(),
        spoken("recorded"),
        spoken("code"),
        Map.of(
            "en", QueueWords.of("en", Sounds::spoken), "ar", QueueWords.of("ar", Sounds::spoken)));
  }

  /// @param language of the call; null when it is not known
  Clip recorded(@Nullable String language) {
    return said(recorded, language);
  }

  Clip askedForCode(@Nullable String language) {
    return said(askedForCode, language);
  }

  QueueWords queue(@Nullable String language) {
    return said(queues, language);
  }

  private static <T> T said(Map<String, T> clips, @Nullable String language) {
    var said = language == null ? null : clips.get(language);
    if (said == null) said = clips.get(OTHERWISE);
    if (said == null) throw new IllegalStateException("no announcement");
    return said;
  }

  private static Map<String, Clip> spoken(String name) {
    return Map.of("en", spoken(name, "en"), "ar", spoken(name, "ar"));
  }

  private static Clip spoken(String name, String language) {
    return read(name + "-" + language + ".wav");
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
