import { IconShieldQuestion } from '@tabler/icons-react'
import type { InteractionView, Trust } from '../api/types.ts'
import { TRUST_WORDS } from '../contact/addresses.tsx'
import type { MessageKey } from '../i18n/language.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { KIND_ICON, KIND_WORD, kindOf } from './kinds.ts'

/// How the customer of an interaction was known when it began.
export type Known = Pick<InteractionView, 'medium' | 'channel' | 'party' | 'trust'>

export function isUnproved({ trust }: Pick<InteractionView, 'trust'>): boolean {
  return trust === 'PRESENTED' || trust === 'CLAIMED'
}

/// By whom it was proved, or why it was not. Of calls from a page and of chats the browser is known again, not the person.
export function whyTrusted({ medium, channel, party }: Known, trust: Trust): MessageKey {
  const kind = kindOf({ medium, channel })
  switch (trust) {
    case 'CONFIRMED':
      return 'trust.why.agent'
    case 'CLAIMED':
      return 'trust.why.claimed'
    case 'ATTESTED':
      if (kind === 'WEB' || kind === 'VOICE') return 'trust.why.browser'
      return kind === 'EMAIL' ? 'trust.why.mailProved' : 'trust.why.channel'
    case 'PRESENTED':
      if (kind === 'VOICE') return party === null ? 'trust.why.withheld' : 'trust.why.callerNumber'
      if (kind === 'EMAIL') return 'trust.why.mailUnproved'
      return kind === 'SMS' ? 'trust.why.nameAsNumber' : 'trust.why.unproved'
  }
}

/// Says of whom nobody has proved that it is they; nothing where that is proved, or not known. The reason stands behind it.
export function NotVerified({ interaction, withChannel = false }: { readonly interaction: Known; readonly withChannel?: boolean }) {
  const t = useT()
  const { trust } = interaction
  if (trust === null || !isUnproved(interaction)) return null
  const why = t(whyTrusted(interaction, trust))
  const kind = kindOf(interaction)
  const Icon = withChannel ? KIND_ICON[kind] : IconShieldQuestion
  return (
    <span className="tag warn" role="note" title={why} aria-description={why} data-testid="not-verified" data-channel={kind}>
      <Icon size={12} stroke={2} role={withChannel ? 'img' : undefined} aria-label={withChannel ? t(KIND_WORD[kind]) : undefined} aria-hidden={withChannel ? undefined : true} />
      <Say k={TRUST_WORDS[trust]} />
    </span>
  )
}

/// Of a conversation: what goes on and is not verified, each channel once.
export function NotVerifiedOf({ interactions }: { readonly interactions: readonly InteractionView[] }) {
  const open = interactions.filter((one) => one.state !== 'ENDED')
  const unproved = open.filter(isUnproved)
  const firsts = unproved.filter((one, index) => unproved.findIndex((other) => kindOf(other) === kindOf(one)) === index)
  return firsts.map((one) => <NotVerified key={one.id} interaction={one} withChannel={open.length > 1} />)
}
