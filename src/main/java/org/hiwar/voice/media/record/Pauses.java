package org.hiwar.voice.media.record;

import java.util.Arrays;

/// The parts of a recording that must be silent, in samples from its start. The last one may still
/// go on. Does not change; a recording that is paused gets another.
final class Pauses {
  static final Pauses NONE = new Pauses(new long[0], new long[0]);
  private static final long GOES_ON = Long.MAX_VALUE;

  private final long[] starts;
  private final long[] ends;

  private Pauses(long[] starts, long[] ends) {
    this.starts = starts;
    this.ends = ends;
  }

  int count() {
    return starts.length;
  }

  boolean isPaused() {
    return ends.length > 0 && ends[ends.length - 1] == GOES_ON;
  }

  Pauses pausedAt(long sample) {
    var moreStarts = Arrays.copyOf(starts, starts.length + 1);
    var moreEnds = Arrays.copyOf(ends, ends.length + 1);
    moreStarts[starts.length] = sample;
    moreEnds[ends.length] = GOES_ON;
    return new Pauses(moreStarts, moreEnds);
  }

  Pauses resumedAt(long sample) {
    var known = ends.clone();
    known[known.length - 1] = sample;
    return new Pauses(starts, known);
  }

  boolean contains(long sample) {
    for (var i = starts.length - 1; i >= 0; i--) {
      if (sample >= ends[i]) return false;
      if (sample >= starts[i]) return true;
    }
    return false;
  }

  /// Whether any of these samples must be silent.
  boolean touch(long from, long to) {
    for (var i = starts.length - 1; i >= 0; i--) {
      if (from >= ends[i]) return false;
      if (to > starts[i]) return true;
    }
    return false;
  }
}
