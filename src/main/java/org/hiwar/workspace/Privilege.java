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
  /// Create users, give roles, set passwords, disable.
  MANAGE_USERS,
  /// Read the description of the programming interface from the running server.
  VIEW_API
}
