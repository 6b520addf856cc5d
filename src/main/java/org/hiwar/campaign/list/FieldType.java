package org.hiwar.campaign.list;

/// What a field of a list holds, and so what may stand in it.
public enum FieldType {
  /// A telephone number, of a kind. A list has at least one such field.
  PHONE,
  FIRST_NAME,
  LAST_NAME,
  COMPANY,
  /// The customer's number in some other system.
  ACCOUNT,
  /// The log-in of the only agent who gets the record.
  AGENT_LOGIN,
  /// Not to be called before.
  CALL_AT,
  /// 0 for ordinary records, more for those that come before them.
  PRIORITY,
  /// A zone as Asia/Damascus, of the record or of one of its numbers.
  TIME_ZONE,
  POSTAL_CODE,
  STATE,
  DATE_TIME,
  INTEGER,
  OTHER;

  /// Whether a list has at most one of them: each is one thing about the record.
  public boolean single() {
    return switch (this) {
      case FIRST_NAME, LAST_NAME, COMPANY, ACCOUNT, AGENT_LOGIN, CALL_AT, PRIORITY -> true;
      case POSTAL_CODE, STATE -> true;
      case PHONE, TIME_ZONE, DATE_TIME, INTEGER, OTHER -> false;
    };
  }

  /// Whether its text is kept among the fields of a record by name; the others have a place of
  /// their own.
  public boolean named() {
    return switch (this) {
      case ACCOUNT, DATE_TIME, INTEGER, OTHER -> true;
      case PHONE, FIRST_NAME, LAST_NAME, COMPANY, AGENT_LOGIN, CALL_AT, PRIORITY -> false;
      case TIME_ZONE, POSTAL_CODE, STATE -> false;
    };
  }

  /// Whether an agent who looks at a record may correct it: what it says of the customer, not when
  /// and by whom it is called.
  public boolean correctable() {
    return switch (this) {
      case PHONE, FIRST_NAME, LAST_NAME, COMPANY, ACCOUNT -> true;
      case POSTAL_CODE, STATE, DATE_TIME, INTEGER, OTHER -> true;
      case AGENT_LOGIN, CALL_AT, PRIORITY, TIME_ZONE -> false;
    };
  }
}
