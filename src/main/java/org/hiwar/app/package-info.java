/// WIRING: the main class and the configuration that puts the parts together. Owns no table; may
/// use everything.
@NullMarked
package org.hiwar.app;

import org.jspecify.annotations.NullMarked;
