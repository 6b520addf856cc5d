/// The shell around the core, with its threads, on a real database and on a faulty one.
@NullMarked
package org.hiwar.floor.shell;

import org.jspecify.annotations.NullMarked;
