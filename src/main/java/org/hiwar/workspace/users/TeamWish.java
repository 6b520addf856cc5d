package org.hiwar.workspace.users;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// What a team is to be; what is null or left out stays. `members`, `supervisors` and `services`
/// are all that the team has from then on: who is in another team leaves it.
record TeamWish(
    @Nullable String name,
    @Nullable List<UserId> members,
    @Nullable List<UserId> supervisors,
    @Nullable List<ServiceId> services) {

  /// The names of what is to change, for the audit log.
  Set<String> parts() {
    var parts = new LinkedHashSet<String>();
    if (name != null) parts.add("name");
    if (members != null) parts.add("members");
    if (supervisors != null) parts.add("supervisors");
    if (services != null) parts.add("services");
    return parts;
  }
}
