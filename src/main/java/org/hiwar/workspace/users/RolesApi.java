package org.hiwar.workspace.users;

import java.util.Arrays;
import java.util.List;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.Role;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Which role may do what, for administrators.
@RestController
@RequestMapping("/api/roles")
@Requires(Privilege.MANAGE_USERS)
class RolesApi {

  /// `privileges` in the order in which they are shown.
  record RoleView(Role role, List<Privilege> privileges) {}

  @GetMapping
  List<RoleView> list(CurrentUser user) {
    return Arrays.stream(Role.values())
        .map(role -> new RoleView(role, role.privileges().stream().sorted().toList()))
        .toList();
  }
}
