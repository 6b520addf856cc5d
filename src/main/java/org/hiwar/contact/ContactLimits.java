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

  /// By which one contact is found; further ones are left out.
  public static final int SEARCH_WORDS = 200;
  /// Of one of them; longer ones are cut.
  public static final int SEARCH_WORD_CHARACTERS = 60;

  /// Contacts that a search looks at one by one. Where more have one of its words, it goes through
  /// the list of all instead, and soon has a page.
  public static final int SEARCH_LOOKED_AT = 3_000;

  /// Words that one word of a query may be a part of; in more it counts as being everywhere.
  public static final int SEARCH_VOCABULARY = 1_000;

  /// Contacts of the list of all that are gone through before a page ends with what it has.
  public static final int SEARCH_PASSED = 10_000;

  /// Fields that a workspace may define, and what there may be of each.
  public static final int FIELDS = 50;
  public static final int FIELD_NAME_CHARACTERS = 60;
  public static final int FIELD_CHARACTERS = 200;
  public static final int FIELD_CHOICES = 100;
  public static final int TAGS = 20;
  public static final int TAG_CHARACTERS = 40;
  public static final int ZONE_CHARACTERS = 60;

  /// Contacts offered for an address that several have.
  public static final int CANDIDATES = 10;

  /// Contacts that one may consist of, itself included.
  public static final int MERGED = 50;

  /// For so long a merging can be undone.
  public static final Duration UNDO = Duration.ofDays(30);

  private ContactLimits() {}
}
