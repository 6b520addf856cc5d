package org.hiwar.workspace;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Somebody who logs in. `login` is in lower case, without a `team` he is in none.
public record User(
    UserId id, String login, String name, Set<Role> roles, @Nullable TeamId team, Language language, boolean disabled, Instant createdAt) {}
