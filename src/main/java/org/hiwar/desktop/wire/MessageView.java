package org.hiwar.desktop.wire;

import java.time.Instant;
import org.hiwar.conversation.InteractionId;
import org.jspecify.annotations.Nullable;

/// One stored message; `seq` counts 1, 2, 3… within its conversation, `id` names it in the whole
/// installation.
public record MessageView(
    long seq, String id, InteractionId interaction, Author author, String text, Instant at) {

  public enum AuthorKind {
    CUSTOMER,
    AGENT,
    SYSTEM
  }

  /// `id` and `name` are those of the agent; null for the customer and the system.
  public record Author(AuthorKind kind, @Nullable String id, @Nullable String name) {}
}
