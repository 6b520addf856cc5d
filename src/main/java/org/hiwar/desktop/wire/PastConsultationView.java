package org.hiwar.desktop.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A consultation of a past call, with `user` or `number`, the other null. `seconds` is how long
/// the consulted took part; null when nobody answered.
public record PastConsultationView(
    String id,
    @Nullable Named user,
    @Nullable String number,
    Instant began,
    @Nullable Integer seconds,
    Outcome outcome) {

  public enum Outcome {
    /// The agent and the consulted talked, and went on without each other.
    ENDED,
    /// The agent left, the consulted and the customer went on.
    TRANSFERRED,
    /// All three talked.
    CONFERENCE,
    NOT_ANSWERED
  }
}
