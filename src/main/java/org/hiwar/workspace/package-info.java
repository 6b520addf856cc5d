/// GROUND: workspaces, users, sessions, teams, skills, services, dispositions. Owns the tables of
/// V1. May use platform.
@NullMarked
package org.hiwar.workspace;

import org.jspecify.annotations.NullMarked;
