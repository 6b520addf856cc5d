package org.hiwar.contact;

/// What an address is on. `VISITOR` is a browser that carries a token signed by us.
public enum AddressKind {
  PHONE,
  EMAIL,
  VISITOR
}
