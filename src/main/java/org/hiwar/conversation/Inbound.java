package org.hiwar.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hiwar.contact.Address;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactStore;
import org.hiwar.contact.Sender;
import org.hiwar.contact.Trust;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// Something that a customer sent on a channel, and that may begin an interaction.
///
/// `claims` is what the customer said about themselves. `entry` is null for channels that have no
/// entry, `language` (ar, en…) where it is unknown. `clientId` makes it one item however often it
/// comes.
///
/// @param sender who wrote it; their address is where answers go
/// @param account of ours on the channel; null: it has none
/// @param thread which of several at a time of one sender; null: all that they write is one
/// @param writtenAt by the clock of the provider; null: not said
/// @param messageLeft they do not stay for an answer; only of what begins something
public record Inbound(
    Sender sender,
    Medium medium,
    String channel,
    ServiceId service,
    @Nullable Long account,
    @Nullable Long thread,
    @Nullable Long entry,
    @Nullable String language,
    Claims claims,
    UUID clientId,
    String text,
    @Nullable Instant writtenAt,
    boolean messageLeft) {
  /// By an account, of somebody who is answered there.
  public Inbound(
      Sender sender,
      Medium medium,
      String channel,
      ServiceId service,
      @Nullable Long account,
      @Nullable Long thread,
      @Nullable Long entry,
      @Nullable String language,
      Claims claims,
      UUID clientId,
      String text,
      @Nullable Instant writtenAt) {
    this(
        sender, medium, channel, service, account, thread, entry, language, claims, clientId, text,
        writtenAt, false);
  }

  /// From a page, by a visitor of whom nothing else is known.
  public Inbound(
      String visitor,
      Medium medium,
      String channel,
      ServiceId service,
      @Nullable Long entry,
      @Nullable String language,
      Claims claims,
      UUID clientId,
      String text) {
    this(
        new Sender(
            new Address(AddressKind.VISITOR, visitor, Trust.ATTESTED), List.of(), null, language),
        medium,
        channel,
        service,
        entry,
        language,
        claims,
        clientId,
        text,
        false);
  }

  /// From a page, by a visitor whom we have attested.
  public Inbound(
      Sender visitor,
      Medium medium,
      String channel,
      ServiceId service,
      @Nullable Long entry,
      @Nullable String language,
      Claims claims,
      UUID clientId,
      String text,
      boolean messageLeft) {
    this(
        visitor,
        medium,
        channel,
        service,
        null,
        null,
        entry,
        language,
        claims,
        clientId,
        text,
        null,
        messageLeft);
  }

  /// The customer's address on the channel.
  String party() {
    return sender.address().value();
  }

  /// Name and addresses as typed into the form, normalised. Null and empty: not said.
  public record Claims(@Nullable String name, List<Address> addresses) {
    public static final Claims NONE = new Claims(null, List.of());

    public Claims {
      addresses = List.copyOf(addresses);
    }

    /// Keeps them with the contact; true when anything of it was new.
    boolean keep(ContactStore contacts, WorkspaceId workspace, ContactId contact) {
      if (addresses.isEmpty())
        return name != null && contacts.keepClaims(workspace, contact, name, Optional.empty());
      boolean news = false;
      for (var address : addresses)
        news |= contacts.keepClaims(workspace, contact, name, Optional.of(address));
      return news;
    }
  }
}
