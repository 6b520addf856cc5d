package org.hiwar.workspace.access;

import org.hiwar.testing.RunningHiwar;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;

/// A session in the running application as a log-in begins it, without the password: each check of
/// one takes a good part of a second of a core, and hundreds of tests would do nothing else.
public final class BegunSession {
  private BegunSession() {}

  /// What its cookie holds.
  public static String of(WorkspaceId workspace, UserId user) {
    return RunningHiwar.bean(Sessions.class).begin(workspace, user, "Test").cookie();
  }
}
