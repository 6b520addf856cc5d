package org.hiwar.conversation;

import org.hiwar.contact.ContactSummary;
import org.jspecify.annotations.Nullable;

/// A mail that waits, and whose it is.
///
/// @param message the last one that the customer has written in it; null: none
public record QueuedMail(
    Interaction interaction, ContactSummary contact, @Nullable MessageId message) {}
