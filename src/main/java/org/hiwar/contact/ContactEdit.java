package org.hiwar.contact;

/// What became of an edit of a contact.
public sealed interface ContactEdit {
  record Saved(Contact contact) implements ContactEdit {}

  /// Somebody else changed it in the meantime; this is how it is now.
  record Changed(Contact contact) implements ContactEdit {}

  record NotFound() implements ContactEdit {}

  /// The address is not one of its kind, or the contact has as many as it may have.
  record Invalid(String why) implements ContactEdit {}
}
