package org.hiwar.conversation;

import java.time.Instant;
import org.hiwar.contact.ContactId;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// What an agent plans to do about what is past, an activity of its own beside the one that it
/// follows. `service` is the one of that activity.
///
/// @param closedAt null while it is planned
/// @param version grows with every change
public record FollowUp(
    FollowUpId id,
    ContactId contact,
    InteractionId interaction,
    ConversationId conversation,
    ServiceId service,
    UserId owner,
    Plan plan,
    State state,
    Instant createdAt,
    @Nullable Instant closedAt,
    long version) {

  public enum State {
    PLANNED,
    DONE,
    CANCELLED
  }

  /// @param zone by whose clock the time was agreed, as `Asia/Damascus`
  /// @param note empty: nothing was noted
  /// @param remindMinutes how long before it is due the owner is reminded; null: not at all
  public record Plan(Instant dueAt, String zone, String note, @Nullable Integer remindMinutes) {}
}
