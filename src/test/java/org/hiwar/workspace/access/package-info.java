@NullMarked
package org.hiwar.workspace.access;

import org.jspecify.annotations.NullMarked;
