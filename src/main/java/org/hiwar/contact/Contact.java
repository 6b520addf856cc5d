package org.hiwar.contact;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A customer of the workspace. `language` is null while it is unknown; `version` grows with every
/// change and is asked back by whoever edits, so that nobody overwrites what they have not seen.
/// `photo` is null where there is none. `preferredChannel` is `voice` or a channel by which
/// messages go, null while it is not known.
public record Contact(
    ContactId id,
    @Nullable String name,
    @Nullable String language,
    long version,
    List<Address> addresses,
    @Nullable PhotoId photo,
    Instant createdAt,
    @Nullable Instant lastActivityAt,
    @Nullable String preferredChannel) {

  public ContactSummary summary() {
    return new ContactSummary(id, name, version, addresses, photo, lastActivityAt);
  }
}
