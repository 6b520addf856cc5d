package org.hiwar.desktop.wire;

/// One address of a contact: kind (PHONE, EMAIL, VISITOR), normalised value, and how far it is to be trusted.
public record AddressView(String kind, String value, String trust) {}
