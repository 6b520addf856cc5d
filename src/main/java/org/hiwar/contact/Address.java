package org.hiwar.contact;

/// One address of a contact; `value` is normalised by [Addresses].
public record Address(AddressKind kind, String value, Trust trust) {}
