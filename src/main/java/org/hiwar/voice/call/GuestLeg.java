package org.hiwar.voice.call;

import java.util.Optional;
import org.hiwar.voice.media.relay.Line;
import org.jspecify.annotations.Nullable;

/// Somebody besides customer and agent who is called into a call: tells it
/// [Happening.GuestAnswered] and [Happening.GuestGone]. Used by the thread of the call alone.
sealed interface GuestLeg permits ForwardedLeg, ColleagueLeg {
  /// Empty when it is away at the moment.
  Optional<Line> line();

  /// Why it did not come about; null as long as it may.
  @Nullable CallResult failed();

  /// What the guest sees of the call from now on.
  void shows(SideCallState.State state);

  /// Lets the guest go. Again is allowed.
  void close();
}
