/// Tests of the database and its launcher.
@NullMarked
package org.hiwar.platform.database;

import org.jspecify.annotations.NullMarked;
