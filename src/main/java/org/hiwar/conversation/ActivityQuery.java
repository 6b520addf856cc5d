package org.hiwar.conversation;

import java.util.Optional;
import org.hiwar.contact.ContactId;

/// Some activities of a contact.
///
/// @param after empty: from the newest on
/// @param limit how many at most
public record ActivityQuery(
    ContactId contact, ActivityFilter filter, Optional<ActivityCursor> after, int limit) {}
