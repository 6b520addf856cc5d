@NullMarked
package org.hiwar.conversation.removal;

import org.jspecify.annotations.NullMarked;
