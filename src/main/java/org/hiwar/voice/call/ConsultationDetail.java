package org.hiwar.voice.call;

import java.time.Instant;
import org.hiwar.conversation.InteractionId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// The record of a consultation. What is null has not happened; of `colleague` and `number` one is
/// null.
///
/// @param agent who asked
public record ConsultationDetail(
    SideId id,
    InteractionId call,
    UserId agent,
    @Nullable UserId colleague,
    @Nullable String number,
    Instant began,
    @Nullable Instant answered,
    @Nullable Instant ended,
    @Nullable Outcome outcome) {
  public enum Outcome {
    ENDED,
    /// The consulted went on with the customer.
    TRANSFERRED,
    /// All three talked, and the consulted was the first to leave, or the call ended.
    CONFERENCE,
    NOT_ANSWERED
  }

  ConsultationDetail answered(Instant at) {
    return new ConsultationDetail(id, call, agent, colleague, number, began, at, null, null);
  }

  ConsultationDetail ended(Instant at, Outcome how) {
    return new ConsultationDetail(id, call, agent, colleague, number, began, answered, at, how);
  }
}
