/// GROUND: an administrator's work on users, teams and skills. Owns no table of its own: writes by
/// the stores of workspace. Publishes `SessionRevoked`, by way of sessions. May use workspace and
/// platform.
@NullMarked
package org.hiwar.workspace.users;

import org.jspecify.annotations.NullMarked;
