@NullMarked
package org.hiwar.workspace.hours;

import org.jspecify.annotations.NullMarked;
