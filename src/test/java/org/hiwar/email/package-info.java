@NullMarked
package org.hiwar.email;

import org.jspecify.annotations.NullMarked;
