package org.hiwar.campaign.list;

/// What a file does to the records that a list has already.
public enum ImportPolicy {
  /// Nothing: rows with a key that is there are refused.
  ADD,
  /// Rows with a key that is there change what the file says of that record.
  UPDATE,
  /// The file is the list from now on: what it does not have leaves, unless it is handed out just
  /// now.
  REPLACE
}
