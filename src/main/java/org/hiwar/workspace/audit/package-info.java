/// GROUND: reading the audit log. Owns no table of its own: `AuditLog` of workspace writes what is
/// read here. May use workspace and platform.
@NullMarked
package org.hiwar.workspace.audit;

import org.jspecify.annotations.NullMarked;
