package org.hiwar.voice.call;

import java.time.Instant;
import org.hiwar.voice.media.quality.Quality;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// A call as whoever has it sees it.
///
/// @param since when this state began
/// @param result of a call that is over and was not simply talked, or of a transfer that was not
///     taken; else null
/// @param quality how the agent's side sounds; null while nobody talks
/// @param answeredAt when customer and agent first heard each other; null before
/// @param consultation whom the agent has asked in; null when nobody
/// @param agent who has the call; null while nobody has
/// @param keys the last that the customer pressed while talking with the agent; none while they are
///     withheld
public record CallState(
    State state,
    Instant since,
    boolean muted,
    Recording recording,
    @Nullable CallResult result,
    @Nullable Quality quality,
    @Nullable Instant answeredAt,
    @Nullable ConsultationState consultation,
    @Nullable UserId agent,
    String keys) {
  public enum State {
    DIALLING,
    RINGING,
    CONNECTED,
    HELD,
    ENDED
  }

  /// Whether the call is being recorded now.
  public enum Recording {
    OFF,
    /// The customer is being told that it will be.
    ANNOUNCING,
    ON,
    PAUSED
  }
}
