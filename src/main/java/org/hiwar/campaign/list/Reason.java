package org.hiwar.campaign.list;

import org.hiwar.contact.NumberFault;

/// Why a row, or a number of one, was refused.
public enum Reason {
  NUMBER_HAS_LETTERS,
  NUMBER_TOO_SHORT,
  NUMBER_TOO_LONG,
  NUMBER_OF_NO_COUNTRY,
  /// Of a right length, but no network gives such numbers out.
  NUMBER_NOT_GIVEN_OUT,
  /// The row has no number that can be called.
  NO_NUMBER,
  MISSING,
  NO_DATE,
  NO_WHOLE_NUMBER,
  NO_ZONE,
  NO_SUCH_AGENT,
  TOO_LONG,
  CONTROL_CHARACTER,
  /// More or fewer values than the header has names.
  OTHER_COLUMNS,
  /// Text after a closing quotation mark.
  QUOTES,
  /// An earlier row of the file has the same key.
  TWICE_IN_FILE,
  /// The list has a record with this key, and nothing is to be updated.
  IN_LIST;

  static Reason of(NumberFault fault) {
    return switch (fault) {
      case NUMBER_HAS_LETTERS -> NUMBER_HAS_LETTERS;
      case NUMBER_TOO_SHORT -> NUMBER_TOO_SHORT;
      case NUMBER_TOO_LONG -> NUMBER_TOO_LONG;
      case NUMBER_OF_NO_COUNTRY -> NUMBER_OF_NO_COUNTRY;
      case NUMBER_NOT_GIVEN_OUT -> NUMBER_NOT_GIVEN_OUT;
    };
  }
}
