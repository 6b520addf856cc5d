package org.hiwar.campaign.preview;

import org.hiwar.workspace.UserId;

/// What happens to a preview.
public sealed interface PreviewInput {

  /// The floor offers it.
  record Offer(UserId agent) implements PreviewInput {}

  /// Accepted by the agent, or by the system for them.
  record Accept(UserId agent) implements PreviewInput {}

  /// Rejected, not accepted in time, or the agent has gone.
  record ReturnOffer() implements PreviewInput {}

  /// The agent has not come back.
  record Recall() implements PreviewInput {}

  /// The campaign stops, or the record may not be called any more.
  record Withdraw() implements PreviewInput {}

  record Complete(UserId agent) implements PreviewInput {}

  record Skip(UserId agent) implements PreviewInput {}

  /// By the agent, or by the timer for them.
  record Dial(UserId agent) implements PreviewInput {}

  /// The call could not be begun; nobody was called.
  record NotBegun() implements PreviewInput {}

  record Answered() implements PreviewInput {}

  /// Customer and agent are not connected any more, or never were.
  record Over() implements PreviewInput {}

  /// The call is wrapped up, or it is not this agent's any more.
  record End() implements PreviewInput {}
}
