@NullMarked
package org.hiwar.workspace.users;

import org.jspecify.annotations.NullMarked;
