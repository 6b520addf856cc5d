package org.hiwar.voice.call;

import org.hiwar.workspace.UserId;

/// Whom the agent of a call asks into it.
sealed interface Guest {
  SideId id();

  /// Is engaged on the floor already when the call hears of it.
  record Colleague(SideId id, UserId user) implements Guest {}

  record Number(SideId id, Way way) implements Guest {}
}
