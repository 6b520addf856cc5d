/// Tests of how Hiwar starts, refuses to start, and stops.
@NullMarked
package org.hiwar.app;

import org.jspecify.annotations.NullMarked;
