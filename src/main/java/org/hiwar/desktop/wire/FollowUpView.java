package org.hiwar.desktop.wire;

import java.time.Instant;
import org.hiwar.contact.ContactId;
import org.hiwar.conversation.FollowUp;
import org.hiwar.conversation.FollowUpId;
import org.hiwar.conversation.InteractionId;
import org.jspecify.annotations.Nullable;

/// What somebody plans to do about an activity, or did.
///
/// `zone` is the one by whose clock `dueAt` was agreed. `remindMinutes` before it the owner is
/// reminded; null: not at all. `closedAt` is null while it is planned; `version` is what whoever
/// moves it gives back.
public record FollowUpView(
    FollowUpId id,
    ContactId contact,
    InteractionId activity,
    Named owner,
    Instant dueAt,
    String zone,
    String note,
    @Nullable Integer remindMinutes,
    FollowUp.State state,
    Instant createdAt,
    @Nullable Instant closedAt,
    long version) {

  public static FollowUpView of(FollowUp followUp, String owner) {
    var plan = followUp.plan();
    return new FollowUpView(
        followUp.id(),
        followUp.contact(),
        followUp.interaction(),
        Named.of(followUp.owner(), owner),
        plan.dueAt(),
        plan.zone(),
        plan.note(),
        plan.remindMinutes(),
        followUp.state(),
        followUp.createdAt(),
        followUp.closedAt(),
        followUp.version());
  }
}
