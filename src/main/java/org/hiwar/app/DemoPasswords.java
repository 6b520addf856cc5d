package org.hiwar.app;

import java.util.List;
import java.util.stream.Stream;
import org.hiwar.platform.BadSetup;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.web.Listening;
import org.hiwar.workspace.Workspace;
import org.hiwar.workspace.Workspaces;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Refuses to open the server to other machines while a user still has one of the published demo
/// passwords. Looked at before the port is opened, and again when everything has started.
@Component
class DemoPasswords implements SmartLifecycle {
  private final Listening listening;
  private final Workspaces workspaces;
  private final Database database;
  private volatile boolean running;

  DemoPasswords(Listening listening, Workspaces workspaces, Database database) {
    this.listening = listening;
    this.workspaces = workspaces;
    this.database = database;
  }

  @Override
  public void start() {
    refuse();
    running = true;
  }

  @EventListener(ApplicationReadyEvent.class)
  void refuse() {
    if (!listening.exposed()) return;
    var users = workspaces.all().stream().flatMap(this::users).toList();
    if (users.isEmpty()) return;
    throw new BadSetup(
        "Other machines could log in with the published demo passwords of "
            + String.join(", ", users)
            + "; start without HIWAR_BIND and HIWAR_TLS, give these users passwords of their own,"
            + " and start again.");
  }

  /// Before the web server, whose phase is one of the last.
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private Stream<String> users(Workspace workspace) {
    List<String> logins =
        database.in(
            workspace.id().value(),
            db ->
                db.sql(
                        "select login from app_user where demo_password and not disabled order by"
                            + " login")
                    .query(String.class)
                    .list());
    return logins.stream().map(login -> login + " (workspace " + workspace.slug() + ")");
  }
}
