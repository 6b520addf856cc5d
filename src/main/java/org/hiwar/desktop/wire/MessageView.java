package org.hiwar.desktop.wire;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hiwar.conversation.AuthorKind;
import org.hiwar.conversation.InteractionId;
import org.jspecify.annotations.Nullable;

/// One stored message; `seq` counts 1, 2, 3… within its conversation, `id` names it in the whole
/// installation. `clientId` is what the agent's desktop called it when it sent it, so that the
/// desktop knows its own again; null for what no agent wrote. `writtenAt` is by the clock of the
/// provider that brought it; null: not said. `delivery` is null for what is seen where it is
/// stored. `internal`: a note for colleagues, which the customer never sees. `changedAt` is null
/// unless its writer has changed it since; a `withdrawn` one has no text any more.
public record MessageView(
    long seq,
    String id,
    InteractionId interaction,
    @Nullable UUID clientId,
    Author author,
    String text,
    Instant at,
    @Nullable Instant writtenAt,
    @Nullable DeliveryView delivery,
    List<FileView> files,
    boolean internal,
    @Nullable Instant changedAt,
    boolean withdrawn) {

  /// The same, standing otherwise.
  public MessageView with(@Nullable DeliveryView now) {
    return new MessageView(
        seq,
        id,
        interaction,
        clientId,
        author,
        text,
        at,
        writtenAt,
        now,
        files,
        internal,
        changedAt,
        withdrawn);
  }

  /// `id` and `name` are those of the agent; null for the customer and the system.
  public record Author(AuthorKind kind, @Nullable String id, @Nullable String name) {}
}
