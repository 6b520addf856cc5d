package org.hiwar.workspace.access;

import java.util.List;
import org.hiwar.workspace.Language;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.Role;
import org.hiwar.workspace.Team;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/// What a user is told about himself. The screens show what `privileges` allow.
public record Me(
    UserId id, String login, String name, Language language, List<Role> roles, List<Privilege> privileges, @Nullable Team team, Workspace workspace) {}
