/// Tests of the desktop's edge.
@NullMarked
package org.hiwar.desktop;

import org.jspecify.annotations.NullMarked;
