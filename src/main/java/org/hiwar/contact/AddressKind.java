package org.hiwar.contact;

/// What an address is on.
public enum AddressKind {
  /// A telephone number, for calls and SMS.
  PHONE,
  EMAIL,
  /// A browser that carries a token signed by us.
  VISITOR,
  /// An identity of WhatsApp, which may come without a number.
  WHATSAPP,
  /// A chat of Telegram, by its number.
  TELEGRAM,
  /// The name that another system has for its customer, on a channel that it brings along.
  EXTERNAL
}
