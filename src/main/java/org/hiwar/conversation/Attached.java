package org.hiwar.conversation;

/// What came of giving a conversation to another contact.
public enum Attached {
  DONE,
  /// No such conversation, it is over, or it is another agent's.
  NOT_YOURS,
  NO_SUCH_CONTACT,
  /// The contact has a conversation that goes on, and can have only one.
  CONTACT_BUSY,
  /// Whom it is with is known: a visitor's browser says it.
  KNOWN
}
