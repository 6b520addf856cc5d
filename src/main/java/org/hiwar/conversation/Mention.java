package org.hiwar.conversation;

import java.time.Instant;
import org.hiwar.contact.ContactId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// A user was named in a note.
///
/// @param contact of whom the note speaks; of merged ones, the one that is left
/// @param seenAt null: the user has not looked at it yet
public record Mention(
    MessageId message,
    InteractionId interaction,
    ContactId contact,
    UserId by,
    String text,
    Instant at,
    @Nullable Instant seenAt) {}
