package org.hiwar.voice.webrtc.srtp;

/// Which of the latest 64 indices of one source have been seen
/// ([RFC 3711 section 3.3.2](https://www.rfc-editor.org/rfc/rfc3711#section-3.3.2)), and with the
/// highest the rollover counter.
final class ReplayWindow {
  private static final int SIZE = 64;
  private static final long NONE = -1;

  private long highest = NONE;
  /// Bit n is set when the index `highest` − n was seen.
  private long seen;

  /// The index that a sequence number most likely has
  /// ([RFC 3711 section 3.3.1](https://www.rfc-editor.org/rfc/rfc3711#section-3.3.1)): the nearest
  /// to the highest so far. Negative when it lies before the first.
  long indexOf(int sequence) {
    if (highest == NONE) return sequence;
    long guess = highest & ~0xffffL | sequence;
    if (guess - highest > 0x8000) return guess - 0x10000;
    if (highest - guess > 0x8000) return guess + 0x10000;
    return guess;
  }

  /// Whether the index is neither seen nor too old to know.
  boolean admits(long index) {
    if (index > highest) return true;
    long age = highest - index;
    return index >= 0 && age < SIZE && (seen >>> age & 1) == 0;
  }

  /// Only for a packet that is authentic, or anybody could move the window.
  void mark(long index) {
    if (index > highest) {
      long step = index - highest;
      seen = highest == NONE || step >= SIZE ? 1 : seen << step | 1;
      highest = index;
    } else {
      seen |= 1L << highest - index;
    }
  }
}
