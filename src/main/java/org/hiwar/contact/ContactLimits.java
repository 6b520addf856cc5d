package org.hiwar.contact;

import java.time.Duration;

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

  /// Contacts that one may consist of, itself included.
  public static final int MERGED = 50;

  /// For so long a merging can be undone.
  public static final Duration UNDO = Duration.ofDays(30);

  private ContactLimits() {}
}
