package org.hiwar.campaign.preview;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hiwar.floor.core.WorkId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// Why the guard has lately refused to have previews offered: it refuses, and the next batch of the
/// floor writes the withdrawal. What a crash forgets is missing in the history, and nothing else.
public final class Refusals {
  private static final int KEPT = 10_000;

  /// @param why a code
  /// @param again when the record may be called; null: at any time
  public record Refusal(String why, @Nullable Instant again) {}

  private record Key(WorkspaceId workspace, WorkId work) {}

  private final Map<Key, Refusal> lately =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Refusal> eldest) {
          return size() > KEPT;
        }
      };

  synchronized void put(WorkspaceId workspace, WorkId work, Refusal refusal) {
    lately.put(new Key(workspace, work), refusal);
  }

  synchronized @Nullable Refusal of(WorkspaceId workspace, WorkId work) {
    return lately.get(new Key(workspace, work));
  }
}
