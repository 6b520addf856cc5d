/// Calling records measured at the size in which they come: lists of a million, brought in, handed
/// out, offered and reported, beside what the same PostgreSQL does when it is asked for nothing
/// else.
@NullMarked
package org.hiwar.bench.records;

import org.jspecify.annotations.NullMarked;
