@NullMarked
package org.hiwar.platform.database;

import org.jspecify.annotations.NullMarked;
