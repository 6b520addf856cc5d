/// The rows of a floor: the contract `FloorStore` and its implementation on PostgreSQL. Owns the
/// tables of V4.
@NullMarked
package org.hiwar.floor.store;

import org.jspecify.annotations.NullMarked;
