/// GROUND: who is asking and what he may do: passwords, log-in, sessions, the privileges that
/// endpoints require. Owns `user_session`. Publishes `SessionRevoked`. May use workspace and
/// platform.
///
/// An endpoint takes a `CurrentUser` as parameter and says by `@Requires`, `@ForEveryUser` or
/// `@ForEverybody` who may call it; one that says nothing is refused to all.
@NullMarked
package org.hiwar.workspace.access;

import org.jspecify.annotations.NullMarked;
