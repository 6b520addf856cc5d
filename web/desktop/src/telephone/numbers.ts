import type { InteractionView } from '../api/types.ts'
import type { MessageKey } from '../i18n/language.ts'

/// Whether two ways of writing mean one number: only digits and a leading plus count.
export function sameNumber(a: string, b: string): boolean {
  return bare(a) === bare(b)
}

const bare = (number: string) => number.replace(/[^\d+]/g, '')

/// Why a call that came in shows no number.
export function withoutNumber({ channel }: Pick<InteractionView, 'channel'>): MessageKey {
  return channel === WEB_CALL ? 'call.fromChat' : 'call.withheld'
}

/// The channel of calls that customers raise from a page.
export const WEB_CALL = 'web-call'
