package org.hiwar.contact;

/// How near a word of a contact comes to a word of a query; the nearest first.
enum MatchLevel {
  /// The word itself.
  EXACT,
  /// It begins so; a telephone number may also end so.
  PREFIX,
  /// It is somewhere in it.
  PART,
  /// One typing error away.
  TYPO
}
