package org.hiwar.chat;

/// Where a chat stands, as its customer sees it.
enum Stage {
  NONE,
  WAITING,
  ACTIVE,
  ENDED
}
