package org.hiwar.conversation;

import java.util.List;

/// Whether an agent may complete a conversation.
public sealed interface Completion {
  /// Yes. What the agent wrote is kept and nothing more comes in; these are to be released, where
  /// they were live, and disposed of by the floor.
  record Granted(List<InteractionId> parts) implements Completion {}

  /// The customer wrote something that the agent has not seen; the highest number is `lastSeq`.
  record NewMessage(long lastSeq) implements Completion {}

  /// The agent still has a call or a chat with the customer. What is only written goes on without
  /// anybody waiting at the other end, and ends with the conversation.
  record StillLive() implements Completion {}

  /// The service wants a disposition to be chosen.
  record DispositionRequired() implements Completion {}

  /// The disposition is none of this workspace's.
  record UnknownDisposition() implements Completion {}

  /// No such conversation, or the agent has nothing in it.
  record NotFound() implements Completion {}
}
