package org.hiwar.workspace;

import static org.hiwar.workspace.Privilege.CORRECT_RECORDS;
import static org.hiwar.workspace.Privilege.DELETE_CONTACTS;
import static org.hiwar.workspace.Privilege.EDIT_CONTACTS;
import static org.hiwar.workspace.Privilege.EXPORT_CONTACTS;
import static org.hiwar.workspace.Privilege.LISTEN_TO_RECORDINGS;
import static org.hiwar.workspace.Privilege.MAKE_CALLS;
import static org.hiwar.workspace.Privilege.MANAGE_CAMPAIGNS;
import static org.hiwar.workspace.Privilege.MANAGE_CHANNELS;
import static org.hiwar.workspace.Privilege.MANAGE_CONTACTS;
import static org.hiwar.workspace.Privilege.MANAGE_RETENTION;
import static org.hiwar.workspace.Privilege.MANAGE_SERVICES;
import static org.hiwar.workspace.Privilege.MANAGE_TELEPHONY;
import static org.hiwar.workspace.Privilege.MANAGE_USERS;
import static org.hiwar.workspace.Privilege.PREVIEW_RECORDS;
import static org.hiwar.workspace.Privilege.RECORD_CALLS;
import static org.hiwar.workspace.Privilege.RUN_CAMPAIGNS;
import static org.hiwar.workspace.Privilege.SUPERVISE;
import static org.hiwar.workspace.Privilege.SUPERVISE_ALL_TEAMS;
import static org.hiwar.workspace.Privilege.TRANSFER_CALLS;
import static org.hiwar.workspace.Privilege.VIEW_API;
import static org.hiwar.workspace.Privilege.VIEW_AUDIT_LOG;
import static org.hiwar.workspace.Privilege.VIEW_CONTACTS;
import static org.hiwar.workspace.Privilege.VIEW_REPORTS;
import static org.hiwar.workspace.Privilege.WORK_AT_DESK;
import static org.hiwar.workspace.Privilege.WRITE_MESSAGES;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/// What somebody is in a workspace. This is the one table of what each may do; a user with several
/// roles may do what any of them may.
public enum Role {
  AGENT(
      WORK_AT_DESK,
      VIEW_CONTACTS,
      EDIT_CONTACTS,
      WRITE_MESSAGES,
      MAKE_CALLS,
      TRANSFER_CALLS,
      RECORD_CALLS,
      PREVIEW_RECORDS),
  /// Given to agents beside their role.
  RECORD_EDITOR(CORRECT_RECORDS),
  SUPERVISOR(
      WORK_AT_DESK,
      VIEW_CONTACTS,
      EDIT_CONTACTS,
      DELETE_CONTACTS,
      EXPORT_CONTACTS,
      WRITE_MESSAGES,
      MAKE_CALLS,
      TRANSFER_CALLS,
      RECORD_CALLS,
      LISTEN_TO_RECORDINGS,
      SUPERVISE,
      PREVIEW_RECORDS,
      CORRECT_RECORDS,
      RUN_CAMPAIGNS,
      VIEW_REPORTS),
  ADMINISTRATOR(
      VIEW_CONTACTS,
      EDIT_CONTACTS,
      DELETE_CONTACTS,
      EXPORT_CONTACTS,
      MANAGE_CONTACTS,
      SUPERVISE,
      SUPERVISE_ALL_TEAMS,
      MANAGE_CHANNELS,
      MANAGE_TELEPHONY,
      MANAGE_SERVICES,
      RUN_CAMPAIGNS,
      MANAGE_CAMPAIGNS,
      VIEW_REPORTS,
      MANAGE_RETENTION,
      MANAGE_USERS,
      VIEW_AUDIT_LOG,
      VIEW_API);

  private final Set<Privilege> privileges;

  Role(Privilege... privileges) {
    this.privileges = Set.of(privileges);
  }

  public Set<Privilege> privileges() {
    return privileges;
  }

  /// What all of `roles` together may do, in the order of the privileges.
  public static Set<Privilege> privilegesOf(Collection<Role> roles) {
    var all = EnumSet.noneOf(Privilege.class);
    roles.forEach(role -> all.addAll(role.privileges));
    return all;
  }
}
