import type { Me } from '../api/types.ts'

/// Whether there is anything to administer for this user.
export function mayAdminister(me: Pick<Me, 'privileges'>): boolean {
  return (['MANAGE_TELEPHONY', 'MANAGE_CHANNELS', 'MANAGE_CONTACTS', 'MANAGE_SERVICES', 'RUN_CAMPAIGNS', 'MANAGE_CAMPAIGNS', 'VIEW_REPORTS', 'MANAGE_USERS', 'VIEW_AUDIT_LOG', 'MANAGE_RETENTION'] as const).some((one) => me.privileges.includes(one))
}
