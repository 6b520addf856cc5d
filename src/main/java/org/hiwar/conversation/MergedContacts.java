package org.hiwar.conversation;

import java.util.Set;
import org.hiwar.contact.ContactId;

/// What came of merging two contacts, or of undoing it.
public sealed interface MergedContacts {
  /// @param kept the contact that both are, or were
  /// @param gone the other one
  /// @param conversations those that belong to another contact by it
  record Done(ContactId kept, ContactId gone, Set<ConversationId> conversations)
      implements MergedContacts {
    public Done {
      conversations = Set.copyOf(conversations);
    }
  }

  /// There is no such contact, or no such merging.
  record NotFound() implements MergedContacts {}

  /// Both are the same.
  record Same() implements MergedContacts {}

  /// One of the two has gone into another contact already. Of an undoing: the kept one has, and
  /// that has to be undone first.
  record Gone() implements MergedContacts {}

  /// Somebody else has changed one of them in the meantime.
  record Changed() implements MergedContacts {}

  /// Together they have more addresses than a contact may have, or consist of too many contacts.
  record TooMany() implements MergedContacts {}

  /// It was undone already.
  record Undone() implements MergedContacts {}

  /// The time in which it could be undone is over.
  record TooLate() implements MergedContacts {}

  /// Their conversations change at this moment; to be tried again.
  record Busy() implements MergedContacts {}
}
