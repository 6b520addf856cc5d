package org.hiwar.testing;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hiwar.workspace.Language;
import org.hiwar.workspace.Role;
import org.hiwar.workspace.User;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.UserStore;
import org.hiwar.workspace.Workspace;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.Workspaces;
import org.hiwar.workspace.access.BegunSession;
import org.hiwar.workspace.access.Passwords;

/// A workspace of one test, in the running application.
public final class TestWorkspace {
  /// Of every user made here.
  public static final String PASSWORD = "correct horse battery";
  private static final String HASH = RunningHiwar.bean(Passwords.class).hash(PASSWORD);

  private final Workspace workspace;
  private final Map<String, UserId> users = new ConcurrentHashMap<>();

  private TestWorkspace(Workspace workspace) {
    this.workspace = workspace;
  }

  public static TestWorkspace fresh() {
    long number = TestDatabase.ids().next();
    var workspace = RunningHiwar.bean(Workspaces.class).create("t-" + number, "Test " + number);
    Care.begin(workspace.id());
    return new TestWorkspace(workspace);
  }

  public WorkspaceId id() {
    return workspace.id();
  }

  public String slug() {
    return workspace.slug();
  }

  /// Makes a user; his name is his log-in.
  public UserId user(String login, Role... roles) {
    var user =
        new User(
            new UserId(TestDatabase.ids().next()),
            login,
            login,
            Set.of(roles),
            null,
            Language.EN,
            false,
            Instant.now());
    if (!RunningHiwar.bean(UserStore.class).add(id(), user, HASH, false))
      throw new IllegalStateException(login + " is there already");
    users.put(login, user.id());
    return user.id();
  }

  /// A browser in which this user, made here, has logged in.
  public TestBrowser logIn(String login) {
    return new TestBrowser().cookie(session(login));
  }

  /// A desktop at which this user, made here, has logged in.
  public AgentClient client(String login) {
    return AgentClient.loggedIn(URI.create(RunningHiwar.origin()), session(login));
  }

  /// A desktop at which this user, whom somebody else has made here, has logged in.
  public AgentClient client(UserId user) {
    return AgentClient.loggedIn(URI.create(RunningHiwar.origin()), BegunSession.of(id(), user));
  }

  private String session(String login) {
    return BegunSession.of(id(), Objects.requireNonNull(users.get(login), login));
  }
}
