@NullMarked
package org.hiwar.workspace.audit;

import org.jspecify.annotations.NullMarked;
