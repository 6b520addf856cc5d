@NullMarked
package org.hiwar.conversation;

import org.jspecify.annotations.NullMarked;
