package org.hiwar.conversation;

import java.time.Instant;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// What the floor decided about who is in an interaction beside the agent who has it.
public sealed interface ParticipantChange {
  InteractionId interaction();

  UserId agent();

  Instant at();

  /// `host` has asked `agent`, who may answer until `until`. `note`: may be empty.
  record Asked(
      InteractionId interaction, UserId agent, UserId host, String note, Instant until, Instant at)
      implements ParticipantChange {}

  /// `host`: who had asked; null: nobody.
  record Joined(InteractionId interaction, UserId agent, @Nullable UserId host, Instant at)
      implements ParticipantChange {}

  record Left(InteractionId interaction, UserId agent, Participant.Parted why, Instant at)
      implements ParticipantChange {}
}
