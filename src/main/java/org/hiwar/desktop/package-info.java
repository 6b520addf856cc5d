/// EDGES: what agents see and do. One desk per agent with an open window: a snapshot, then numbered
/// events over a WebSocket; commands over HTTP. Owns no table; publishes nothing; may use floor,
/// chat, conversation, contact, workspace and platform.
@NullMarked
package org.hiwar.desktop;

import org.jspecify.annotations.NullMarked;
