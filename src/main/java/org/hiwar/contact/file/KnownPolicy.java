package org.hiwar.contact.file;

/// What becomes of rows whose addresses are those of a contact.
public enum KnownPolicy {
  /// What the row says is written over what is known, tags and addresses are added; what it does
  /// not say stays.
  UPDATE,
  /// The contact stays as it is.
  KEEP,
  /// The row is refused, and so is in the report.
  REFUSE
}
