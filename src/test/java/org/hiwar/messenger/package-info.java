@NullMarked
package org.hiwar.messenger;

import org.jspecify.annotations.NullMarked;
