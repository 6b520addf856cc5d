/// Secrets of others that this installation keeps, such as the password of a mailbox: never
/// readable in the database or a copy of it. Owns no table. Uses platform alone.
@NullMarked
package org.hiwar.platform.secret;

import org.jspecify.annotations.NullMarked;
