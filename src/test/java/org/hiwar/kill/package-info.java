/// Hiwar and its database are killed, stopped and starved while people chat; afterwards nothing is
/// lost, nothing is twice, and nobody is stuck.
@NullMarked
package org.hiwar.kill;

import org.jspecify.annotations.NullMarked;
