/// Tests of the desk's mechanics on fakes.
@NullMarked
package org.hiwar.desktop.desk;

import org.jspecify.annotations.NullMarked;
