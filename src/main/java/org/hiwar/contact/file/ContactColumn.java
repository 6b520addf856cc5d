package org.hiwar.contact.file;

import java.util.Arrays;
import java.util.Optional;
import org.hiwar.contact.AddressKind;
import org.jspecify.annotations.Nullable;

/// What a column of a file says of a contact.
///
/// @param of CONSENT: the channel; FIELD: the id of the field; else empty
public record ContactColumn(Meaning meaning, String of) {
  private static final char BETWEEN = ':';

  /// @see #of
  public enum Meaning {
    /// The number that the contact has in this workspace: how a file that was written here finds
    /// those who have no address.
    ID(false),
    /// Of several columns the parts of a name, in their order.
    NAME(true),
    /// A code such as `ar`, or the name of the language in Arabic or English.
    LANGUAGE(false),
    PHONE(true),
    EMAIL(true),
    WHATSAPP(true),
    TELEGRAM(true),
    EXTERNAL(true),
    /// Addresses that the customer has only claimed: they recognise nobody.
    CLAIMED(true),
    COMPANY(false),
    TAGS(true),
    TIME_ZONE(false),
    PREFERRED_CHANNEL(false),
    /// Whether they agreed to be reached on a channel.
    CONSENT(false),
    /// A field that the workspace has defined.
    FIELD(false);

    private final boolean repeated;

    Meaning(boolean repeated) {
      this.repeated = repeated;
    }

    /// Whether several columns may have it.
    public boolean repeated() {
      return repeated;
    }

    /// What is proved by a column of this meaning; null where it has no such address.
    @Nullable AddressKind address() {
      return switch (this) {
        case PHONE -> AddressKind.PHONE;
        case EMAIL -> AddressKind.EMAIL;
        case WHATSAPP -> AddressKind.WHATSAPP;
        case TELEGRAM -> AddressKind.TELEGRAM;
        case EXTERNAL -> AddressKind.EXTERNAL;
        case ID, NAME, LANGUAGE, CLAIMED, COMPANY, TAGS -> null;
        case TIME_ZONE, PREFERRED_CHANNEL, CONSENT, FIELD -> null;
      };
    }
  }

  static ContactColumn of(Meaning meaning) {
    return new ContactColumn(meaning, "");
  }

  /// As [#text] writes it; empty: it is none.
  static Optional<ContactColumn> parse(String text) {
    int at = text.indexOf(BETWEEN);
    var name = at < 0 ? text : text.substring(0, at);
    return Arrays.stream(Meaning.values())
        .filter(one -> one.name().equals(name))
        .findFirst()
        .map(one -> new ContactColumn(one, at < 0 ? "" : text.substring(at + 1)));
  }

  /// Whether somebody may be recognised by it.
  public boolean tellsWho() {
    return meaning == Meaning.ID || meaning.address() != null;
  }

  /// `NAME`, `CONSENT:sms`, `FIELD:17`.
  public String text() {
    return of.isEmpty() ? meaning.name() : meaning.name() + BETWEEN + of;
  }
}
