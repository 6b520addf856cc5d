package org.hiwar.conversation;

import java.time.Instant;
import org.hiwar.contact.ContactId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// What one contact and one owner say to each other, over all channels.
///
/// `owner` is null while nobody has accepted. Messages are numbered 1..`lastSeq`; the agent has
/// read up to `agentReadSeq`. `closedAt` is null while it takes something in, `endedAt` until its
/// last interaction has ended. `version` grows with every change but messages, which have their
/// numbers.
public record Conversation(
    ConversationId id,
    ContactId contact,
    @Nullable UserId owner,
    long lastSeq,
    long agentReadSeq,
    long version,
    Instant openedAt,
    @Nullable Instant closedAt,
    @Nullable Instant endedAt) {}
