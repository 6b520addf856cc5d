package org.hiwar.floor.core;

import java.time.Instant;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// An agent in written work that another one has.
///
/// @param host who has asked them; null: nobody, they have stepped in as a supervisor
/// @param since when this began: they were asked, or have joined
/// @param until until when they may answer; null: they have joined
public record Guest(UserId agent, @Nullable UserId host, Instant since, @Nullable Instant until) {

  public boolean joined() {
    return until == null;
  }
}
