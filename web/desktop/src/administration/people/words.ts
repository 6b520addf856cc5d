import type { Me, SkillView } from '../../api/types.ts'
import type { MessageKey } from '../../i18n/language.ts'

export type Role = Me['roles'][number]
export type Privilege = Me['privileges'][number]

export const ROLES: Readonly<Record<Role, { readonly name: MessageKey; readonly hint: MessageKey }>> = {
  AGENT: { name: 'staff.role.AGENT', hint: 'staff.roleHint.AGENT' },
  RECORD_EDITOR: { name: 'staff.role.RECORD_EDITOR', hint: 'staff.roleHint.RECORD_EDITOR' },
  SUPERVISOR: { name: 'staff.role.SUPERVISOR', hint: 'staff.roleHint.SUPERVISOR' },
  ADMINISTRATOR: { name: 'staff.role.ADMINISTRATOR', hint: 'staff.roleHint.ADMINISTRATOR' },
}

export const PRIVILEGES: Readonly<Record<Privilege, MessageKey>> = {
  WORK_AT_DESK: 'staff.may.WORK_AT_DESK',
  VIEW_CONTACTS: 'staff.may.VIEW_CONTACTS',
  EDIT_CONTACTS: 'staff.may.EDIT_CONTACTS',
  DELETE_CONTACTS: 'staff.may.DELETE_CONTACTS',
  EXPORT_CONTACTS: 'staff.may.EXPORT_CONTACTS',
  MANAGE_CONTACTS: 'staff.may.MANAGE_CONTACTS',
  WRITE_MESSAGES: 'staff.may.WRITE_MESSAGES',
  MAKE_CALLS: 'staff.may.MAKE_CALLS',
  TRANSFER_CALLS: 'staff.may.TRANSFER_CALLS',
  RECORD_CALLS: 'staff.may.RECORD_CALLS',
  LISTEN_TO_RECORDINGS: 'staff.may.LISTEN_TO_RECORDINGS',
  SUPERVISE: 'staff.may.SUPERVISE',
  SUPERVISE_ALL_TEAMS: 'staff.may.SUPERVISE_ALL_TEAMS',
  MANAGE_TELEPHONY: 'staff.may.MANAGE_TELEPHONY',
  MANAGE_SERVICES: 'staff.may.MANAGE_SERVICES',
  MANAGE_CHANNELS: 'staff.may.MANAGE_CHANNELS',
  PREVIEW_RECORDS: 'staff.may.PREVIEW_RECORDS',
  CORRECT_RECORDS: 'staff.may.CORRECT_RECORDS',
  RUN_CAMPAIGNS: 'staff.may.RUN_CAMPAIGNS',
  MANAGE_CAMPAIGNS: 'staff.may.MANAGE_CAMPAIGNS',
  VIEW_REPORTS: 'staff.may.VIEW_REPORTS',
  MANAGE_RETENTION: 'staff.may.MANAGE_RETENTION',
  MANAGE_USERS: 'staff.may.MANAGE_USERS',
  VIEW_AUDIT_LOG: 'staff.may.VIEW_AUDIT_LOG',
  VIEW_API: 'staff.may.VIEW_API',
}

export const KINDS: Readonly<Record<SkillView['kind'], MessageKey>> = {
  SERVICE: 'staff.kind.SERVICE',
  LANGUAGE: 'staff.kind.LANGUAGE',
  AUXILIARY: 'staff.kind.AUXILIARY',
}

/// A privilege that a newer server knows is shown by its name in the code: better than nothing.
export function privilegeWord(privilege: string): MessageKey | undefined {
  return (PRIVILEGES as Readonly<Record<string, MessageKey>>)[privilege]
}
