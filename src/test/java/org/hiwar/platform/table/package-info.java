/// Files of tables, right and wrong ones.
@NullMarked
package org.hiwar.platform.table;

import org.jspecify.annotations.NullMarked;
