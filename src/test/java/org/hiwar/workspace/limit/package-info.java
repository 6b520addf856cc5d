@NullMarked
package org.hiwar.workspace.limit;

import org.jspecify.annotations.NullMarked;
