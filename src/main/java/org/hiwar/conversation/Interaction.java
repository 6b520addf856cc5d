package org.hiwar.conversation;

import java.time.Instant;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.Trust;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// One communication on one medium, as the history knows it. Who holds it now is the floor's to
/// say; what the floor committed is here in the same transaction.
///
/// `agent` and `acceptedAt` are null while it waits, `liveUntil` and `endedBy` while the two sides
/// are connected, `endedAt` and `outcome` until wrap-up is done. `disposition` is null when none
/// was chosen. `version` counts what agents wrote.
///
/// @param account of ours on the channel; null for telephone and web chat
/// @param thread which of several at a time of one sender, such as mails; null: there is one
/// @param messageLeft it began with a message of somebody who did not stay for an answer
/// @param trust how far `party` was proved when it began (decision 23), whatever is known by now of
///     whoever has the address; null: it began before this was kept
public record Interaction(
    InteractionId id,
    ConversationId conversation,
    ContactId contact,
    Medium medium,
    String channel,
    Direction direction,
    ServiceId service,
    @Nullable String language,
    @Nullable Long entry,
    @Nullable Long account,
    String party,
    @Nullable Long thread,
    @Nullable Trust trust,
    @Nullable UserId agent,
    Instant arrivedAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant liveUntil,
    @Nullable EndedBy endedBy,
    @Nullable Instant endedAt,
    @Nullable Outcome outcome,
    @Nullable DispositionId disposition,
    String notes,
    long version,
    boolean messageLeft) {

  public boolean live() {
    return liveUntil == null;
  }

  /// A text, or a letter: nobody is at the other end while it goes on, as somebody is in a call or
  /// a chat.
  public boolean waitsForNobody() {
    return account != null;
  }
}
