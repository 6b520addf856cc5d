import type { Me } from '../api/types.ts'

/// Whether there is anything to administer for this user.
export function mayAdminister(me: Pick<Me, 'privileges'>): boolean {
  return me.privileges.includes('MANAGE_TELEPHONY') || me.privileges.includes('RUN_CAMPAIGNS')
}
