package org.hiwar.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The standing connection of one account; closed when the account is changed or switched off.
public interface Line extends AutoCloseable {
  Standing standing();

  /// Waits for what is under way, 5 s at most.
  @Override
  void close();

  /// How it stands.
  ///
  /// @param since when that began
  /// @param code why it is down, as the screens translate it; null while it is up
  record Standing(boolean up, Instant since, @Nullable String code) {}

  /// Of what has no connection: always up.
  static Line idle(Instant since) {
    return new Line() {
      @Override
      public Standing standing() {
        return new Standing(true, since, null);
      }

      @Override
      public void close() {}
    };
  }
}
