/// The database: how it is started, reached and spoken to. Every statement about a workspace runs
/// with the workspace set, behind row-level security.
@NullMarked
package org.hiwar.platform.database;

import org.jspecify.annotations.NullMarked;
