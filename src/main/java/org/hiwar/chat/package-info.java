/// CHANNELS: web chat. Owns the tables of V5. May use conversation, contact, workspace and platform; never floor.
@NullMarked
package org.hiwar.chat;

import org.jspecify.annotations.NullMarked;
