package org.hiwar.voice.media;

/// Something that happens every 20 ms, the length of a packet.
public interface Ticks {
  /// Calls `tick` from now on, until it answers that it is done. It is called on one thread for all
  /// and must not block.
  void each(Tick tick);

  /// What is done every 20 ms.
  @FunctionalInterface
  interface Tick {
    /// Whether it wants to be called again.
    boolean tick();
  }
}
