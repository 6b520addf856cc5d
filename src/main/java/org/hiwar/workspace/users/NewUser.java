package org.hiwar.workspace.users;

import java.util.List;
import java.util.Set;
import org.hiwar.workspace.Language;
import org.hiwar.workspace.Role;
import org.hiwar.workspace.TeamId;
import org.jspecify.annotations.Nullable;

/// A user to be. Without a `team` he is in none, without `skills` he has none.
record NewUser(
    String login,
    String name,
    String password,
    Set<Role> roles,
    @Nullable TeamId team,
    Language language,
    @Nullable List<SkillLevel> skills) {
  /// Never the password.
  @Override
  public String toString() {
    return "new user " + login;
  }
}
