package org.hiwar.testing;

import org.hiwar.workspace.Role;
import org.hiwar.workspace.WorkspaceId;
import org.junit.jupiter.api.Tag;

/// A test through the doors: HTTP and WebSocket against the whole application, over a real
/// PostgreSQL. Each test has a workspace of its own, with an agent, a supervisor and an
/// administrator who are named after their roles.
@Tag("api")
public abstract class ApiTest {
  protected final TestWorkspace workspace = TestWorkspace.fresh();

  protected ApiTest() {
    workspace.user("agent", Role.AGENT);
    workspace.user("supervisor", Role.SUPERVISOR);
    workspace.user("administrator", Role.ADMINISTRATOR);
  }

  protected WorkspaceId workspaceId() {
    return workspace.id();
  }

  /// Not logged in.
  protected TestBrowser stranger() {
    return new TestBrowser();
  }

  /// A new browser in which the user has logged in.
  protected TestBrowser logIn(String login) {
    return workspace.logIn(login);
  }
}
