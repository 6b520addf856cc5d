@NullMarked
package org.hiwar.platform.outbound;

import org.jspecify.annotations.NullMarked;
