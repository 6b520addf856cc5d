@NullMarked
package org.hiwar.messenger.telegram;

import org.jspecify.annotations.NullMarked;
