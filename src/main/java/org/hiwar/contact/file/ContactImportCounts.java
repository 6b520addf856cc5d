package org.hiwar.contact.file;

/// What an import of contacts did.
///
/// @param kept rows of contacts that stayed as they were
/// @param refused rows
/// @param leftOut values that were refused, of rows that were not
public record ContactImportCounts(
    long rows, long added, long updated, long kept, long refused, long leftOut) {
  static final ContactImportCounts NONE = new ContactImportCounts(0, 0, 0, 0, 0, 0);

  ContactImportCounts plus(ContactImportCounts more) {
    return new ContactImportCounts(
        rows + more.rows,
        added + more.added,
        updated + more.updated,
        kept + more.kept,
        refused + more.refused,
        leftOut + more.leftOut);
  }
}
