package org.hiwar.conversation;

/// Who speaks in a conversation.
public enum AuthorKind {
  CUSTOMER,
  AGENT,
  SYSTEM
}
