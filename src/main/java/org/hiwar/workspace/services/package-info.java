/// GROUND: an administrator's work on services, on reasons for not being ready, and on who serves
/// what. Owns no table of its own: writes by the stores of workspace, and tells `ServicesListener`
/// and `ChoicesListener`. May use workspace and platform.
@NullMarked
package org.hiwar.workspace.services;

import org.jspecify.annotations.NullMarked;
