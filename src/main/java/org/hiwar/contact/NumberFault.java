package org.hiwar.contact;

/// Why a text is no telephone number that can be called.
public enum NumberFault {
  NUMBER_HAS_LETTERS,
  NUMBER_TOO_SHORT,
  NUMBER_TOO_LONG,
  NUMBER_OF_NO_COUNTRY,
  /// Of a right length, but no network gives such numbers out.
  NUMBER_NOT_GIVEN_OUT
}
