package org.hiwar.contact;

/// How much there may be of what concerns contacts.
public final class ContactLimits {
  public static final int NAME_CHARACTERS = 200;
  public static final int ADDRESSES = 50;
  public static final int PAGE = 100;
  /// Of a search; longer ones are cut.
  public static final int QUERY_CHARACTERS = 100;
  public static final int QUERY_WORDS = 8;

  /// Contacts offered for an address that several have.
  public static final int CANDIDATES = 10;

  private ContactLimits() {}
}
