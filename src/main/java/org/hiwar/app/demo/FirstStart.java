package org.hiwar.app.demo;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hiwar.platform.BadSetup;
import org.hiwar.platform.Ids;
import org.hiwar.platform.Refusal;
import org.hiwar.platform.StartLines;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.web.Listening;
import org.hiwar.workspace.Language;
import org.hiwar.workspace.Role;
import org.hiwar.workspace.User;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.UserStore;
import org.hiwar.workspace.Workspaces;
import org.hiwar.workspace.access.Passwords;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Sees to it, before the doors open, that there is a workspace, and says at every start how to get
/// into it.
///
/// `HIWAR_DEMO=false`: no demo workspace. `HIWAR_ADMIN_PASSWORD`: the password of the user `admin`
/// of the first workspace, needed at the first start only.
@Component
class FirstStart implements SmartInitializingSingleton, StartLines {
  private static final String ADMINISTRATOR = "admin";

  private final Workspaces workspaces;
  private final UserStore users;
  private final Passwords passwords;
  private final DemoWorkspace demo;
  private final Database database;
  private final Listening listening;
  private final Environment settings;
  private final Ids ids;
  private final Clock clock;

  FirstStart(
      Workspaces workspaces,
      UserStore users,
      Passwords passwords,
      DemoWorkspace demo,
      Database database,
      Listening listening,
      Environment settings,
      Ids ids,
      Clock clock) {
    this.workspaces = workspaces;
    this.users = users;
    this.passwords = passwords;
    this.demo = demo;
    this.database = database;
    this.listening = listening;
    this.settings = settings;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public void afterSingletonsInstantiated() {
    switch (step()) {
      case FirstStep.Nothing _, FirstStep.AskForPassword _ -> {}
      case FirstStep.CreateDemo _ -> demo.create(DemoWorkspace.SLUG);
      case FirstStep.CreateFirst(var password) -> createFirst(password);
    }
  }

  @Override
  public List<String> lines() {
    var lines = new ArrayList<>(demo.startLines(listening.exposed()));
    if (step() instanceof FirstStep.AskForPassword)
      lines.add(
          "Nobody can log in yet. Start once with HIWAR_ADMIN_PASSWORD set to a password of your"
              + " choice, then log in as "
              + ADMINISTRATOR
              + ".");
    return lines;
  }

  private FirstStep step() {
    return FirstStep.of(
        !workspaces.all().isEmpty(),
        settings.getProperty("hiwar.demo", Boolean.class, true),
        listening.exposed(),
        settings.getProperty("hiwar.admin.password", ""));
  }

  private void createFirst(String password) {
    try {
      passwords.requireGood(password, ADMINISTRATOR);
    } catch (Refusal refusal) {
      throw new BadSetup("HIWAR_ADMIN_PASSWORD is not good enough: " + refusal.sentence());
    }
    var hash = passwords.hash(password);
    database.inDirectory(
        _ -> {
          var workspace = workspaces.create("main", "Hiwar");
          var user =
              new User(
                  new UserId(ids.next()),
                  ADMINISTRATOR,
                  "Administrator",
                  Set.of(Role.ADMINISTRATOR),
                  null,
                  Language.EN,
                  false,
                  clock.instant().truncatedTo(ChronoUnit.MICROS));
          return users.add(workspace.id(), user, hash, false);
        });
  }
}
