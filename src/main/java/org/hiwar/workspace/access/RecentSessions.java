package org.hiwar.workspace.access;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;

/// Who was recognised a moment ago, so that the database is not asked at every request of a busy
/// desk. What ends a session here ends it in here too, at once; what another node ends is believed
/// for [SessionLimits#BELIEVED] longer.
final class RecentSessions {
  private final Map<Key, Seen> seen =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Seen> eldest) {
          return size() > SessionLimits.REMEMBERED;
        }
      };
  private long forgotten;

  private record Key(WorkspaceId workspace, ByteBuffer hash) {}

  private record Seen(CurrentUser user, Instant until) {}

  synchronized Optional<CurrentUser> find(WorkspaceId workspace, byte[] hash, Instant now) {
    var found = seen.get(new Key(workspace, ByteBuffer.wrap(hash)));
    return found == null || !now.isBefore(found.until) ? Optional.empty() : Optional.of(found.user);
  }

  /// To be read before the database is asked, and handed to [#remember]: a session that was ended
  /// in between is then not remembered as live.
  synchronized long before() {
    return forgotten;
  }

  synchronized void remember(byte[] hash, CurrentUser user, Instant until, long before) {
    if (before == forgotten)
      seen.put(new Key(user.workspace(), ByteBuffer.wrap(hash)), new Seen(user, until));
  }

  synchronized void forget(WorkspaceId workspace, UserId user) {
    forgotten++;
    seen.values().removeIf(s -> s.user.workspace().equals(workspace) && s.user.user().equals(user));
  }
}
