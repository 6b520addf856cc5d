package org.hiwar.conversation;

import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// What an agent says when done: the last number seen, and what is to be kept with the newest of
/// the interactions in wrap-up; the others keep what was written about them, and get it where
/// nothing was. `disposition` null: none chosen. `required`: the service wants one.
public record Complete(
    ConversationId conversation,
    UserId agent,
    long seenSeq,
    @Nullable DispositionId disposition,
    boolean required,
    String notes) {}
