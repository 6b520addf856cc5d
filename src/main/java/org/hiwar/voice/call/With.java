package org.hiwar.voice.call;

/// Whom an agent who has asked somebody in talks to.
public enum With {
  /// The consulted hears music.
  CUSTOMER,
  /// The customer hears music.
  CONSULTED,
  /// A conference.
  ALL
}
