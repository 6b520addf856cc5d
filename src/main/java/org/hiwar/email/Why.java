package org.hiwar.email;

/// Why a mail is in its thread, shown with it.
public enum Why {
  /// It was sent to the address that only mails of the thread have named.
  TOKEN,
  /// It says that it answers one of its mails.
  ANSWERS,
  /// It names one of its mails as one before it.
  REFERS,
  /// It looks like an answer: the subject is that of a mail with the same person.
  SUBJECT,
  /// It names mails of a thread that its sender has no part in, and begins one of its own.
  OTHER_SENDER,
  /// It begins the thread.
  NEW,
  /// We have written it there.
  OURS,
  /// We have said by ourselves that a mail of the thread has come.
  AUTOMATIC
}
