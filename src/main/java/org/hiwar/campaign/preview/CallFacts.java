package org.hiwar.campaign.preview;

import java.time.Instant;
import java.util.Optional;
import org.hiwar.conversation.InteractionId;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// What is known of a call. All but `ended` null and `notes` empty: nothing yet.
///
/// @param ended the two sides are not connected any more
/// @param result `ANSWERED`, or what became of a call that was not answered; null while it goes on
/// @param over it is wrapped up, and what the agent has chosen stays
/// @param disposition null: none was chosen
public record CallFacts(
    @Nullable Instant answered,
    @Nullable Instant ended,
    @Nullable String result,
    boolean over,
    @Nullable DispositionId disposition,
    String notes) {

  /// Telephony and the conversations know them.
  @FunctionalInterface
  public interface Source {
    Optional<CallFacts> of(WorkspaceId workspace, InteractionId interaction);
  }
}
