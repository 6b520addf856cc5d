package org.hiwar.conversation;

/// What became of a message that went out. States only go forwards; FAILED is left only where
/// somebody has it tried again.
public enum DeliveryState {
  /// Stored, and not with the provider yet.
  WAITING,
  /// The provider has it.
  SENT,
  DELIVERED,
  READ,
  /// It was not delivered, and nothing more is tried.
  FAILED
}
