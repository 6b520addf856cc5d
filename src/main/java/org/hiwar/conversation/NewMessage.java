package org.hiwar.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message to be stored in a live interaction of a conversation. `writtenAt` by the clock of the
/// provider that brought it; null: not said. `files` are those that its author has uploaded and not
/// sent yet. `template` is the approved one as which it goes out; null: as it is written. `note`,
/// not null, makes it one for colleagues alone: the interaction need not be live then, and may be a
/// call.
public record NewMessage(
    ConversationId conversation,
    InteractionId interaction,
    UUID clientId,
    Author author,
    String text,
    @Nullable Instant writtenAt,
    List<AttachmentId> files,
    @Nullable TemplateUse template,
    @Nullable InternalNote note) {
  public NewMessage {
    files = List.copyOf(files);
    if (note != null && author.kind() != AuthorKind.AGENT)
      throw new IllegalArgumentException("only agents write notes");
  }

  /// What the other side gets.
  public NewMessage(
      ConversationId conversation,
      InteractionId interaction,
      UUID clientId,
      Author author,
      String text,
      @Nullable Instant writtenAt,
      List<AttachmentId> files,
      @Nullable TemplateUse template) {
    this(conversation, interaction, clientId, author, text, writtenAt, files, template, null);
  }

  public NewMessage(
      ConversationId conversation,
      InteractionId interaction,
      UUID clientId,
      Author author,
      String text) {
    this(conversation, interaction, clientId, author, text, null, List.of(), null, null);
  }
}
