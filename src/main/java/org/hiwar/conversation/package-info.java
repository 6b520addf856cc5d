/// CORE: conversations, interactions and messages. Owns the tables of V3. May use contact, workspace and platform.
@NullMarked
package org.hiwar.conversation;

import org.jspecify.annotations.NullMarked;
