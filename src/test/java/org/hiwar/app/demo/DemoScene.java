package org.hiwar.app.demo;

import org.hiwar.testing.RunningHiwar;
import org.hiwar.workspace.Workspace;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.Workspaces;

/// The demo workspace in the running application.
public final class DemoScene {
  private DemoScene() {}

  public static WorkspaceId create() {
    return RunningHiwar.bean(Workspaces.class)
        .find(DemoWorkspace.SLUG)
        .map(Workspace::id)
        .orElseGet(() -> RunningHiwar.bean(DemoWorkspace.class).create(DemoWorkspace.SLUG));
  }
}
