package org.hiwar.workspace;

/// What a user may do. Code asks for a privilege, never for a role: which role has which stands in
/// `Role` alone.
public enum Privilege {
  /// Open the desk: set one's presence, be offered work, answer customers, complete.
  WORK_AT_DESK,
  /// Read contacts and their activities.
  VIEW_CONTACTS,
  /// Change contacts and their addresses.
  EDIT_CONTACTS,
  /// Take contacts away: whoever may edit them as well merges two into one, and undoes it.
  DELETE_CONTACTS,
  /// Define the fields that contacts have in this workspace.
  MANAGE_CONTACTS,
  /// Write to customers by SMS, email and messengers.
  WRITE_MESSAGES,
  /// Call customers.
  MAKE_CALLS,
  /// Transfer calls to services and to numbers.
  TRANSFER_CALLS,
  /// Begin, pause and end the recording of one's own calls.
  RECORD_CALLS,
  /// Listen to the recordings of anybody's calls.
  LISTEN_TO_RECORDINGS,
  /// Set up trunks, phone numbers, limits of dialling, and what services do with calls.
  MANAGE_TELEPHONY,
  /// Set up the accounts of channels, and see what became of everything that came in on them.
  MANAGE_CHANNELS,
  /// Get records of campaigns to preview, complete and skip them, and call their numbers.
  PREVIEW_RECORDS,
  /// Correct what the records that one looks at say of their customers.
  CORRECT_RECORDS,
  /// Start and stop campaigns.
  RUN_CAMPAIGNS,
  /// Set up campaigns, calling lists and do-not-call lists, and import records.
  MANAGE_CAMPAIGNS,
  /// See reports.
  VIEW_REPORTS,
  /// Create users, give roles, set passwords, disable.
  MANAGE_USERS,
  /// Read the description of the programming interface from the running server.
  VIEW_API
}
