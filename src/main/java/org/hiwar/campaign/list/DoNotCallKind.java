package org.hiwar.campaign.list;

/// What the entries of a do-not-call list are.
public enum DoNotCallKind {
  /// Whole numbers.
  NUMBER,
  /// What numbers begin with, the country's code included.
  AREA,
  /// Countries whose numbers are not called.
  COUNTRY,
  POSTAL_CODE,
  STATE,
  /// Values of a field of the record.
  FIELD;

  /// Whether an entry is about a number; the others are about the whole record.
  public boolean ofNumbers() {
    return switch (this) {
      case NUMBER, AREA, COUNTRY -> true;
      case POSTAL_CODE, STATE, FIELD -> false;
    };
  }
}
