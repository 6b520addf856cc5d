package org.hiwar.email;

import java.time.Instant;
import java.util.List;
import org.hiwar.conversation.InteractionId;
import org.hiwar.workspace.UserId;

/// What an agent has said about a thread, and what holds until it is undone.
///
/// @param thread the one that was parted, or was joined to another
/// @param other from which, or to which
/// @param interactions of MERGED: those that were about the thread and went on
record ThreadChange(
    long id,
    Kind kind,
    long thread,
    long other,
    List<InteractionId> interactions,
    UserId by,
    Instant at) {
  enum Kind {
    SPLIT,
    MERGED
  }
}
