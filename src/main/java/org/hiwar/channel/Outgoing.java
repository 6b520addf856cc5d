package org.hiwar.channel;

import java.util.List;
import java.util.UUID;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.MessageId;
import org.hiwar.conversation.TemplateUse;
import org.jspecify.annotations.Nullable;

/// A message that has to go out.
///
/// @param id names it for good: the provider's key against sending twice, where it takes one
/// @param clientId what its writer called it
/// @param to the customer's address, normalised
/// @param template as which it goes out, so that `text` is what it says; null: as it is written
/// @param tries how often it was tried before
public record Outgoing(
    MessageId id,
    ConversationId conversation,
    InteractionId interaction,
    UUID clientId,
    String to,
    String text,
    List<OutgoingFile> files,
    @Nullable TemplateUse template,
    int tries) {
  public Outgoing {
    files = List.copyOf(files);
  }
}
