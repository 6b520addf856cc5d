package org.hiwar.desktop.wire;

import java.time.Instant;
import org.hiwar.contact.ContactSummary;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.MessageId;
import org.jspecify.annotations.Nullable;

/// A note that names the user. `activity` is where it stands; null, with its `contact`, for whoever
/// may not see contacts. `seenAt` is null while they have not looked at it.
public record MentionView(
    MessageId message,
    @Nullable InteractionId activity,
    @Nullable ContactSummary contact,
    Named by,
    String text,
    Instant at,
    @Nullable Instant seenAt) {}
