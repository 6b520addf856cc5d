/// GROUND: ids, time, what of a name is kept, database access. Owns no table of the domain. Uses
/// nothing of Hiwar.
@NullMarked
package org.hiwar.platform;

import org.jspecify.annotations.NullMarked;
