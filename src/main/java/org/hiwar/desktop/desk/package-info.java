/// The desk itself: one thread per agent that puts what happened in order, the last frames for
/// those who come back, and one bounded outbox for each open window. Knows nothing of HTTP, SQL or
/// the floor; they are behind interfaces.
@NullMarked
package org.hiwar.desktop.desk;

import org.jspecify.annotations.NullMarked;
