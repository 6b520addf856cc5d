package org.hiwar.contact;

/// How far we believe that an address belongs to whoever uses it.
public enum Trust {
  /// Proved by a signature or by a provider that proves it.
  ATTESTED,
  /// Shown by the network, which may be lied to: a caller id, a sender without proof.
  PRESENTED,
  /// Typed by the customer. Recognises nobody.
  CLAIMED,
  /// Typed or claimed, and confirmed by an agent.
  CONFIRMED
}
