package org.hiwar.voice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hiwar.voice.media.Tone;

/// One side of a recording of two tones, in windows of a tenth of a second.
final class RecordedSide {
  private static final int SAMPLES = 800;
  private static final double LOUD = 1_000;

  private final List<Window> windows = new ArrayList<>();

  /// What there is in a window; a stutter or an edge may be in it as well.
  enum Window {
    SILENT,
    /// The voice of this side.
    OWN,
    /// The voice of the other side, whatever else there is.
    OTHER,
    /// Too little of either to say.
    UNCLEAR
  }

  /// Windows from `from` to before `to`.
  record Span(int from, int to) {
    double seconds() {
      return (to - from) * SAMPLES / 8_000.0;
    }
  }

  RecordedSide(short[] samples, double own, double other) {
    for (int at = 0; at + SAMPLES <= samples.length; at += SAMPLES)
      windows.add(window(Arrays.copyOfRange(samples, at, at + SAMPLES), own, other));
  }

  private static Window window(short[] samples, double own, double other) {
    int loudest = 0;
    for (var sample : samples) loudest = Math.max(loudest, Math.abs(sample));
    if (loudest == 0) return Window.SILENT;
    double ours = Tone.amplitude(samples, own);
    double theirs = Tone.amplitude(samples, other);
    if (theirs > LOUD && theirs > ours / 4) return Window.OTHER;
    return ours > LOUD ? Window.OWN : Window.UNCLEAR;
  }

  /// The first of the longest.
  Span longestSilence() {
    var longest = new Span(0, 0);
    int from = 0;
    for (int i = 0; i <= windows.size(); i++) {
      if (i < windows.size() && windows.get(i) == Window.SILENT) continue;
      if (i - from > longest.to - longest.from) longest = new Span(from, i);
      from = i + 1;
    }
    return longest;
  }

  /// How many windows have this side's voice.
  long spokenBefore(Span silence) {
    return count(windows.subList(0, silence.from), Window.OWN);
  }

  long spokenAfter(Span silence) {
    return count(windows.subList(silence.to, windows.size()), Window.OWN);
  }

  long count(Window kind) {
    return count(windows, kind);
  }

  private static long count(List<Window> among, Window kind) {
    return among.stream().filter(window -> window == kind).count();
  }

  @Override
  public String toString() {
    return windows.toString();
  }
}
