package org.hiwar.desktop.wire;

import java.time.Instant;
import java.util.List;
import org.hiwar.contact.Address;
import org.hiwar.contact.Contact;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.OptOut;
import org.hiwar.contact.PhotoId;
import org.jspecify.annotations.Nullable;

/// A customer in full. `preferredChannel` is `voice` or a channel by which messages go, null while
/// it is not known. `optOuts` are the channels on which their addresses are not written to.
public record ContactView(
    ContactId id,
    @Nullable String name,
    @Nullable String language,
    long version,
    List<Address> addresses,
    @Nullable PhotoId photo,
    Instant createdAt,
    @Nullable Instant lastActivityAt,
    @Nullable String preferredChannel,
    List<OptOut> optOuts) {

  public static ContactView of(Contact contact, List<OptOut> optOuts) {
    return new ContactView(
        contact.id(),
        contact.name(),
        contact.language(),
        contact.version(),
        contact.addresses(),
        contact.photo(),
        contact.createdAt(),
        contact.lastActivityAt(),
        contact.preferredChannel(),
        optOuts);
  }
}
