@NullMarked
package org.hiwar.channel;

import org.jspecify.annotations.NullMarked;
