package org.hiwar.conversation;

import java.time.Instant;
import org.hiwar.contact.ContactId;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// What there is to know about an interaction that came in, for whoever decides who gets it.
///
/// `party` is the customer's address on the channel: for web chat the visitor. `language` is null
/// when unknown. `owner` is the agent of the open conversation that this interaction continues;
/// null when it began a new one or nobody has accepted yet. `lastAgent` is who accepted the
/// contact's interaction before this one; null when nobody did.
public record Arrival(
    InteractionId interaction,
    ConversationId conversation,
    ContactId contact,
    String party,
    ServiceId service,
    Medium medium,
    String channel,
    @Nullable String language,
    @Nullable UserId owner,
    @Nullable UserId lastAgent,
    Instant arrivedAt) {

  /// An interaction of a conversation that an agent owns goes to that agent first, whatever else
  /// the agent does.
  public boolean continuesOpenConversation() {
    return owner != null;
  }
}
