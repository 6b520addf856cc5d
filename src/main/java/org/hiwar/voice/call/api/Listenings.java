package org.hiwar.voice.call.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hiwar.voice.call.RecordingId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Who listens to what at the moment. A player that is wound forward and back asks for the sound
/// again each time; to whoever reads the audit log that is one listening.
@Component
class Listenings {
  /// After such a pause it is another one.
  private static final Duration PAUSE = Duration.ofMinutes(10);

  /// Beyond, the one that was silent for longest is forgotten, and is noted again.
  private static final int REMEMBERED = 10_000;

  private record Listening(WorkspaceId workspace, UserId user, RecordingId recording) {}

  private final Clock clock;
  private final Map<Listening, Instant> lately =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Listening, Instant> eldest) {
          return size() > REMEMBERED;
        }
      };

  Listenings(Clock clock) {
    this.clock = clock;
  }

  /// Whether this begins one.
  synchronized boolean begins(WorkspaceId workspace, UserId user, RecordingId recording) {
    var now = clock.instant();
    var before = lately.put(new Listening(workspace, user, recording), now);
    return before == null || before.plus(PAUSE).isBefore(now);
  }
}
