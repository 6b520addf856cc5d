package org.hiwar.contact;

/// A contact with everything that is known of them.
public record WholeContact(Contact contact, ContactDetails details) {}
