package org.hiwar.contact.file;

import org.hiwar.contact.NumberFault;

/// Why a row, or a value of one, was refused.
public enum ContactReason {
  NUMBER_HAS_LETTERS,
  NUMBER_TOO_SHORT,
  NUMBER_TOO_LONG,
  NUMBER_OF_NO_COUNTRY,
  NUMBER_NOT_GIVEN_OUT,
  NO_EMAIL,
  /// The row has no address by which anybody could be recognised.
  NO_ADDRESS,
  NO_LANGUAGE,
  NO_ZONE,
  NO_CHANNEL,
  /// Neither yes nor no.
  NO_ANSWER,
  /// Not what the field of the workspace holds.
  NO_FIELD_VALUE,
  NO_WHOLE_NUMBER,
  TOO_LONG,
  /// More tags or addresses than a contact may have.
  TOO_MANY,
  CONTROL_CHARACTER,
  /// More or fewer values than there are columns.
  OTHER_COLUMNS,
  /// Text after a closing quotation mark.
  QUOTES,
  /// An earlier row of the file has the same address, or is the same contact.
  TWICE_IN_FILE,
  /// A contact has the address, and known ones are refused.
  KNOWN,
  /// Several contacts have the addresses of the row.
  SEVERAL_CONTACTS;

  static ContactReason of(NumberFault fault) {
    return switch (fault) {
      case NUMBER_HAS_LETTERS -> NUMBER_HAS_LETTERS;
      case NUMBER_TOO_SHORT -> NUMBER_TOO_SHORT;
      case NUMBER_TOO_LONG -> NUMBER_TOO_LONG;
      case NUMBER_OF_NO_COUNTRY -> NUMBER_OF_NO_COUNTRY;
      case NUMBER_NOT_GIVEN_OUT -> NUMBER_NOT_GIVEN_OUT;
    };
  }
}
