package org.hiwar.chat;

import java.time.Instant;
import java.util.UUID;
import org.hiwar.conversation.Arrival;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.InteractionChange;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.Message;
import org.hiwar.conversation.VisitorCalls;

/// What happened to a chat, for each of the sockets that show it.
sealed interface Happened {
  /// The customer wrote, and that began an interaction.
  record Came(Arrival arrival) implements Happened {}

  record Wrote(Message message) implements Happened {}

  /// A message that was written before says something else now, or nothing.
  record Changed(Message message) implements Happened {}

  record Moved(InteractionChange change) implements Happened {}

  /// Files have come with messages of this conversation.
  record FilesCame(ConversationId conversation) implements Happened {}

  record AgentTypes() implements Happened {}

  /// Up to message `seq`.
  record AgentRead(ConversationId conversation, long seq) implements Happened {}

  /// Nobody has written for a while, and at `until` the chat ends of it.
  record GrewQuiet(InteractionId interaction, Instant until) implements Happened {}

  /// A call that the visitor raised stands so; `id` is the widget's.
  record Called(UUID id, VisitorCalls.Standing standing) implements Happened {}

  /// Only for this socket, to be passed on as it is.
  record Said(ToVisitor frame) implements Happened {}
}
