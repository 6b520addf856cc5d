/// The open windows: their sockets, their heartbeats, and what the floor is told about them.
@NullMarked
package org.hiwar.desktop.live;

import org.jspecify.annotations.NullMarked;
