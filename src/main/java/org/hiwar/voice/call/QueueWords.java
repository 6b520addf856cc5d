package org.hiwar.voice.call;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.hiwar.voice.media.sound.Clip;

/// What is said to who waits, in one language: whole sentences, because numbers change the words
/// around them in some languages.
final class QueueWords {
  /// Places that are said as they are; beyond, that there are more.
  static final int PLACES = 10;

  /// Waits that can be said; what is between is rounded up.
  static final List<Integer> MINUTES = List.of(1, 2, 3, 4, 5, 7, 10, 15, 20, 30);

  private final Map<String, Clip> sentences;

  private QueueWords(Map<String, Clip> sentences) {
    this.sentences = Map.copyOf(sentences);
  }

  /// @param read gives a sentence by its name and language
  static QueueWords of(String language, BiFunction<String, String, Clip> read) {
    var sentences = new HashMap<String, Clip>();
    for (int i = 1; i <= PLACES; i++) put("position-" + i, language, sentences, read);
    put("position-more", language, sentences, read);
    for (var minutes : MINUTES) put("wait-" + minutes, language, sentences, read);
    put("wait-more", language, sentences, read);
    return new QueueWords(sentences);
  }

  private static void put(
      String name,
      String language,
      Map<String, Clip> sentences,
      BiFunction<String, String, Clip> read) {
    sentences.put(name, read.apply(name, language));
  }

  /// @param number from 1
  Clip position(int number) {
    return sentence("position-" + (number <= PLACES ? number : "more"));
  }

  Clip expectedWait(Duration wait) {
    return MINUTES.stream()
        .filter(minutes -> wait.compareTo(Duration.ofMinutes(minutes)) <= 0)
        .findFirst()
        .map(minutes -> sentence("wait-" + minutes))
        .orElseGet(() -> sentence("wait-more"));
  }

  private Clip sentence(String name) {
    var clip = sentences.get(name);
    if (clip == null) throw new IllegalStateException("nobody has said " + name);
    return clip;
  }
}
