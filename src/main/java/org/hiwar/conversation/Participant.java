package org.hiwar.conversation;

import java.time.Instant;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// That an agent was, or is, in what is written with a customer beside the agent who has it, or was
/// asked to be.
///
/// @param host who has asked them; null: nobody, they are a supervisor
/// @param note what they were asked with; may be empty
/// @param since when they were asked, or came in without being asked
/// @param until until when they could answer; null: they were not asked
/// @param joinedAt null: they have not come in (yet)
/// @param leftAt null: they are in it, or may still answer
/// @param why null while `leftAt` is
/// @param readSeq the last message of the conversation that they have read
public record Participant(
    InteractionId interaction,
    UserId agent,
    @Nullable UserId host,
    String note,
    Instant since,
    @Nullable Instant until,
    @Nullable Instant joinedAt,
    @Nullable Instant leftAt,
    @Nullable Parted why,
    long readSeq) {

  /// Why they are not in it any more, or did not come in.
  public enum Parted {
    DECLINED,
    NO_ANSWER,
    LEFT,
    REMOVED,
    AWAY,
    /// It is theirs now.
    HOST,
    /// It was over for all.
    OVER
  }

  public boolean open() {
    return leftAt == null;
  }
}
