package org.hiwar.desktop.wire;

import java.time.Instant;
import org.hiwar.conversation.Participant.Parted;
import org.jspecify.annotations.Nullable;

/// An agent who is, or was, in an interaction beside the agent who has it, or was asked to be.
///
/// `host`: who has asked them; null: nobody, they are a supervisor. `note`: what they were asked
/// with; may be empty. `since`: when they were asked, or came in without being asked. `until`:
/// until when they can answer; null: they were not asked. `joinedAt` is null while they have not
/// come in, `leftAt` and `why` while they are in it or may still answer.
public record ParticipantView(
    Named agent,
    @Nullable Named host,
    String note,
    Instant since,
    @Nullable Instant until,
    @Nullable Instant joinedAt,
    @Nullable Instant leftAt,
    @Nullable Parted why) {}
