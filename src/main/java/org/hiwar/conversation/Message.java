package org.hiwar.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A stored message: number `seq` of its conversation, counted from 1 without holes. `clientId` was
/// made by whoever wrote it; within an interaction it is there once.
///
/// @param at when it was stored
/// @param writtenAt by the clock of the provider that brought it; null: not said
/// @param delivery of what goes out by an account; null: it is seen where it is stored
/// @param note null: it is between us and the customer. Else whoever brings messages to customers
///     leaves it out.
/// @param wording null: it says what was written first
public record Message(
    ConversationId conversation,
    long seq,
    MessageId id,
    InteractionId interaction,
    UUID clientId,
    Author author,
    String text,
    Instant at,
    @Nullable Instant writtenAt,
    @Nullable Delivery delivery,
    @Nullable InternalNote note,
    @Nullable Wording wording) {

  /// One that is no note and was never changed.
  public Message(
      ConversationId conversation,
      long seq,
      MessageId id,
      InteractionId interaction,
      UUID clientId,
      Author author,
      String text,
      Instant at,
      @Nullable Instant writtenAt,
      @Nullable Delivery delivery) {
    this(
        conversation,
        seq,
        id,
        interaction,
        clientId,
        author,
        text,
        at,
        writtenAt,
        delivery,
        null,
        null);
  }

  /// The same, naming others.
  Message with(@Nullable InternalNote naming) {
    return new Message(
        conversation,
        seq,
        id,
        interaction,
        clientId,
        author,
        text,
        at,
        writtenAt,
        delivery,
        naming,
        wording);
  }

  /// Whether it is for colleagues alone.
  public boolean internal() {
    return note != null;
  }

  /// Whether its writer has taken it back.
  public boolean withdrawn() {
    return wording != null && wording.withdrawn();
  }
}
