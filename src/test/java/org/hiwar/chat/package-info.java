@NullMarked
package org.hiwar.chat;

import org.jspecify.annotations.NullMarked;
