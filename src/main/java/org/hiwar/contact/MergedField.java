package org.hiwar.contact;

/// What a contact has one of, so that of two it is chosen; of all else both are kept.
public enum MergedField {
  NAME("name", "name"),
  LANGUAGE("language", "language"),
  PHOTO("photo_of", "photo");

  /// In the table of contacts.
  final String column;

  /// In the table of merges, before `_before` and `_set`.
  final String noted;

  MergedField(String column, String noted) {
    this.column = column;
    this.noted = noted;
  }
}
