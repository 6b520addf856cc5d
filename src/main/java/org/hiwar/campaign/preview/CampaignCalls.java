package org.hiwar.campaign.preview;

import org.hiwar.campaign.PreviewId;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.InteractionId;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// Makes the calls of campaigns.
public interface CampaignCalls {
  /// Whether the agent's telephone is connected.
  boolean mayCall(WorkspaceId workspace, UserId agent);

  /// Begins the call, or says why not. `noted` is called with its interaction before the floor is
  /// asked; what the floor then commits finds it by that.
  Placed place(WorkspaceId workspace, Wanted wanted, Noted noted);

  /// @param service of the campaign's calls
  /// @param conversation of the call before in this review; null: the number tells
  /// @param insteadOf the preview whose place the call takes on the floor; null: it has none there
  ///     any more
  record Wanted(
      UserId agent,
      ServiceId service,
      String number,
      @Nullable ConversationId conversation,
      @Nullable PreviewId insteadOf) {}

  @FunctionalInterface
  interface Noted {
    void begins(InteractionId interaction);
  }

  sealed interface Placed {
    record Begun(InteractionId interaction) implements Placed {}

    /// `why`: the code of a problem.
    record NotBegun(String why) implements Placed {}

    /// Not known whether it has begun.
    record Unknown() implements Placed {}
  }
}
