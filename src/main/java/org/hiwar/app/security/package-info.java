/// WIRING: the doors. Who may send a request at all, with which headers it is answered, and that an endpoint which names
/// no privilege is shut. Owns no table; may use everything.
@NullMarked
package org.hiwar.app.security;

import org.jspecify.annotations.NullMarked;
