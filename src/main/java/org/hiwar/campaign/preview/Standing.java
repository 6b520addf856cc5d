package org.hiwar.campaign.preview;

import java.time.Instant;
import org.hiwar.campaign.ListId;
import org.hiwar.campaign.RecordId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// Where a record stands in a campaign.
///
/// @param notBefore null: at once
/// @param until the end of the window in which it goes before the others; null: it has none
/// @param number the one to call in this window; null: any
/// @param onlyAgent null: anybody
/// @param avoidAgent not this one while others are there; null: anybody
/// @param result what ended it where no agent did; null: nothing has
public record Standing(
    RecordId record,
    ListId list,
    Status status,
    int priority,
    @Nullable Instant notBefore,
    @Nullable Instant until,
    @Nullable String number,
    @Nullable UserId onlyAgent,
    @Nullable UserId avoidAgent,
    int skips,
    int attempts,
    @Nullable String result) {
  public enum Status {
    AVAILABLE,
    /// With a preview.
    HANDED,
    WAITING,
    RESCHEDULED,
    FINAL
  }

  /// Within the window that an agent or a rule has set.
  boolean promised(Instant now) {
    return until != null && now.isBefore(until);
  }
}
