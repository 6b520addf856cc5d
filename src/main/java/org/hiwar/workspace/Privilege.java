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
  /// Take contacts away, for good and with all that was said; whoever may edit them as well merges
  /// two into one, and undoes it.
  DELETE_CONTACTS,
  /// Take along all that there is of one person, as a file.
  EXPORT_CONTACTS,
  /// Define the fields that contacts have in this workspace.
  MANAGE_CONTACTS,
  /// Write to customers by SMS, email and messengers.
  WRITE_MESSAGES,
  /// Call customers.
  MAKE_CALLS,
  /// Give away what one has: calls to services, numbers and colleagues, what is written to services
  /// and colleagues; ask colleagues into what is written.
  TRANSFER_CALLS,
  /// Begin, pause and end the recording of one's own calls.
  RECORD_CALLS,
  /// Listen to the recordings of anybody's calls.
  LISTEN_TO_RECORDINGS,
  /// See what the agents of one's teams work on with customers at the moment, and come into what is
  /// written.
  SUPERVISE,
  /// The same of all teams, and of agents without one.
  SUPERVISE_ALL_TEAMS,
  /// Set up trunks, phone numbers, limits of dialling, and what services do with calls.
  MANAGE_TELEPHONY,
  /// Set up the accounts of channels, and see what became of everything that came in on them.
  MANAGE_CHANNELS,
  /// Set up services and who serves them, reasons for not being ready, and dispositions.
  MANAGE_SERVICES,
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
  /// Say how long recordings, conversations and raw items are kept.
  MANAGE_RETENTION,
  /// Create users, give roles and skills, set passwords, disable; set up teams and skills.
  MANAGE_USERS,
  /// Read who changed what, and who logged in.
  VIEW_AUDIT_LOG,
  /// Read the description of the programming interface from the running server.
  VIEW_API
}
