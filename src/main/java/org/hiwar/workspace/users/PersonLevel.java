package org.hiwar.workspace.users;

import org.hiwar.workspace.UserId;

/// Somebody who has some skill; `level` is 1 to 100.
record PersonLevel(UserId user, int level) {}
