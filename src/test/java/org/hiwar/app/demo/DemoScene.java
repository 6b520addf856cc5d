package org.hiwar.app.demo;

import org.hiwar.testing.RunningHiwar;
import org.hiwar.workspace.Workspaces;

/// The demo workspace in the running application.
public final class DemoScene {
  private DemoScene() {}

  public static void create() {
    if (RunningHiwar.bean(Workspaces.class).find(DemoWorkspace.SLUG).isEmpty())
      RunningHiwar.bean(DemoWorkspace.class).create(DemoWorkspace.SLUG);
  }
}
