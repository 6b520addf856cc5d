package org.hiwar.chat;

import java.util.List;
import org.hiwar.contact.Address;
import org.jspecify.annotations.Nullable;

/// Who is signed in at the customer's own site, as the site attests.
///
/// @param visitor the name under which chats of this person come in, the same in every browser
/// @param name null: not said
/// @param addresses attested as well, such as their mail address; empty: none
record SiteIdentity(String visitor, @Nullable String name, List<Address> addresses) {}
