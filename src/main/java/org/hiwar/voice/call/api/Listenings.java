package org.hiwar.voice.call.api;

import java.time.Clock;
import java.time.Duration;
import org.hiwar.platform.Occasions;
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

  private final Occasions<Listening> lately;

  Listenings(Clock clock) {
    lately = new Occasions<>(clock, PAUSE, REMEMBERED);
  }

  /// Has `note` done where this begins one; see [Occasions#note].
  void note(WorkspaceId workspace, UserId user, RecordingId recording, Runnable note) {
    lately.note(new Listening(workspace, user, recording), note);
  }
}
