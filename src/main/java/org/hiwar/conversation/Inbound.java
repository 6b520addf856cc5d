package org.hiwar.conversation;

import java.util.Optional;
import java.util.UUID;
import org.hiwar.contact.Address;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.jspecify.annotations.Nullable;

/// Something that a customer sent on a channel, and that may begin an interaction.
///
/// `visitor` is attested by us; `claims` is what the customer said about themselves. `entry` is
/// null for channels that have no entry, `language` (ar, en…) where it is unknown. `clientId` makes
/// it one item however often it comes.
public record Inbound(
    String visitor,
    Medium medium,
    String channel,
    ServiceId service,
    @Nullable Long entry,
    @Nullable String language,
    Claims claims,
    UUID clientId,
    String text) {

  /// Name and address as typed into the form, normalised. Null and empty: not said.
  public record Claims(@Nullable String name, Optional<Address> address) {
    public static final Claims NONE = new Claims(null, Optional.empty());
  }
}
