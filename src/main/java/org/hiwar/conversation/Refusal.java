package org.hiwar.conversation;

import java.util.Locale;

/// Why a message cannot be stored.
public enum Refusal {
  /// The two sides are not connected any more.
  CHAT_ENDED,
  /// The author is an agent, but not the one who has this interaction.
  NOT_THE_AGENT,
  /// The conversation has no such interaction, or none that carries messages: a call.
  UNKNOWN_INTERACTION,
  /// Empty, too long, or with characters that no text may have.
  INVALID_TEXT,
  /// The database refused this message for a reason of its own; it is in the log.
  NOT_STORABLE;

  /// As it is written in answers: `chat-ended`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
