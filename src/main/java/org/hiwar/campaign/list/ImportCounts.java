package org.hiwar.campaign.list;

/// What an import did.
///
/// @param removed records that left the list
/// @param refused rows
/// @param notNumbers numbers that were refused, of rows that were not
public record ImportCounts(
    long rows, long added, long updated, long removed, long refused, long notNumbers) {
  static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0, 0);
}
