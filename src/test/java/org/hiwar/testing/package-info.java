/// What tests of several packages stand on: a real database.
@NullMarked
package org.hiwar.testing;

import org.jspecify.annotations.NullMarked;
