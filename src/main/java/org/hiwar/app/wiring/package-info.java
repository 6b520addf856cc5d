/// WIRING: plugs floor, conversations, channels and desks together. What one part tells is turned
/// into what another understands here and nowhere else. Owns no table; may use everything.
@NullMarked
package org.hiwar.app.wiring;

import org.jspecify.annotations.NullMarked;
