@NullMarked
package org.hiwar.platform.secret;

import org.jspecify.annotations.NullMarked;
