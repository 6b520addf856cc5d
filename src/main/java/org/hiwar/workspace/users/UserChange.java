package org.hiwar.workspace.users;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hiwar.workspace.Language;
import org.hiwar.workspace.Role;
import org.hiwar.workspace.TeamId;
import org.jspecify.annotations.Nullable;

/// What is to become different about a user; what is null or left out stays. `noTeam` takes him out
/// of his team. `skills` are all that he has from then on.
record UserChange(
    @Nullable String name,
    @Nullable Set<Role> roles,
    @Nullable TeamId team,
    @Nullable Boolean noTeam,
    @Nullable Language language,
    @Nullable Boolean disabled,
    @Nullable String password,
    @Nullable List<SkillLevel> skills) {

  boolean takesFromTeam() {
    return noTeam != null && noTeam;
  }

  /// The names of what is to change, for the audit log: never the values, one of them is a
  /// password.
  Set<String> parts() {
    var parts = new LinkedHashSet<String>();
    if (name != null) parts.add("name");
    if (roles != null) parts.add("roles");
    if (team != null || takesFromTeam()) parts.add("team");
    if (skills != null) parts.add("skills");
    if (language != null) parts.add("language");
    if (disabled != null) parts.add("disabled");
    if (password != null) parts.add("password");
    return parts;
  }

  /// Never the password.
  @Override
  public String toString() {
    return "change of " + parts();
  }
}
