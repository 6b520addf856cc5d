/// The contract of the floor's store, kept by the fake and by PostgreSQL.
@NullMarked
package org.hiwar.floor.store;

import org.jspecify.annotations.NullMarked;
