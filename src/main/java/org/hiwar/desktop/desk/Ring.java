package org.hiwar.desktop.desk;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/// The last frames of a desk as they were sent, bounded in number and size. Used by the desk's
/// thread alone.
final class Ring {
  private record Kept(long offset, String text) {}

  private final ArrayDeque<Kept> frames = new ArrayDeque<>();
  private long characters;
  private long forgotten;

  void add(long offset, String text) {
    frames.addLast(new Kept(offset, text));
    characters += text.length();
    while (frames.size() > DeskLimits.KEPT_FRAMES
        || (characters > DeskLimits.KEPT_CHARACTERS && !frames.isEmpty())) forget();
  }

  private void forget() {
    var oldest = frames.removeFirst();
    characters -= oldest.text().length();
    forgotten = oldest.offset();
  }

  /// The frames after `offset`, or empty when some of them are gone or `offset` was never given.
  Optional<List<String>> after(long offset) {
    long last = frames.isEmpty() ? forgotten : frames.getLast().offset();
    if (offset < forgotten || offset > last) return Optional.empty();
    return Optional.of(frames.stream().filter(f -> f.offset() > offset).map(Kept::text).toList());
  }
}
