import type { Me } from '../api/types.ts'
import { SECTIONS } from './sections.ts'

/// Whether there is anything to administer for this user.
export function mayAdminister(me: Pick<Me, 'privileges'>): boolean {
  return SECTIONS.some((section) => me.privileges.includes(section.needs))
}
