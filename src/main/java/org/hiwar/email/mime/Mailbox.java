package org.hiwar.email.mime;

/// Somebody in a mail.
///
/// @param name as they call themselves; empty: not said
/// @param address normalised
public record Mailbox(String name, String address) {
  public String domain() {
    return address.substring(address.lastIndexOf('@') + 1);
  }

  /// As it is shown and quoted.
  @Override
  public String toString() {
    return name.isEmpty() ? address : name + " <" + address + ">";
  }
}
