/// What is measured of the desktop in a browser: how much is loaded and how soon one can work, how
/// smoothly long lists scroll, and what a day's work leaves in the memory.
@NullMarked
package org.hiwar.bench.desktop;

import org.jspecify.annotations.NullMarked;
