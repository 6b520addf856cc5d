package org.hiwar.conversation;

import java.time.Instant;
import java.util.List;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// Which activities are wanted; all that is asked must hold.
///
/// @param channel as interactions name it; null: every channel
/// @param from the first instant of arrival; null: from the beginning
/// @param until the first instant after; null: up to now
/// @param agent who had it; null: anybody, and nobody
/// @param service null: every service
/// @param words patterns (`FoldedPatterns`) that one message, the subject of one mail or the notes
///     must contain, all of them; empty: whatever was said
public record ActivityFilter(
    @Nullable String channel,
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable UserId agent,
    @Nullable ServiceId service,
    List<String> words) {
  public static final ActivityFilter ALL =
      new ActivityFilter(null, null, null, null, null, List.of());

  /// Whether some of a stretch of time may be left out.
  boolean narrows() {
    return channel != null || agent != null || service != null || !words.isEmpty();
  }
}
