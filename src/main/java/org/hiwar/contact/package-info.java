/// CORE: contacts and their addresses. Owns the tables of V2. May use workspace and platform.
@NullMarked
package org.hiwar.contact;

import org.jspecify.annotations.NullMarked;
