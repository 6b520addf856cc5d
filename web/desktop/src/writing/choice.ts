import { type ConversationView, type Id, type InteractionView, LIMITS } from '../api/types.ts'
import { answerable } from '../guest/guests.ts'
import { sameNumber } from '../telephone/numbers.ts'
import { type Kind, kindOf, kindOfChannel } from './kinds.ts'
import type { Way } from './wire.ts'

/// By which channel an agent writes: what there is, what of it can work now, and what is meant unless the agent says
/// otherwise.

/// One channel of the composer.
export interface Tab {
  readonly channel: string
  readonly kind: Kind
  /// The open ones first. Empty for the web chat, which goes by its interaction.
  readonly ways: readonly Way[]
  /// The web chat that is going on; null for anything else.
  readonly chat: InteractionView | null
  /// Why nothing can be written by it now, in a code; null: it can.
  readonly hindrance: string | null
  /// The customer wants to be reached by it.
  readonly wanted: boolean
}

/// What the agent has chosen, for one conversation.
export interface Chosen {
  readonly channel: string
  /// The address of the customer; null: whichever is meant.
  readonly to: string | null
  /// The account of ours; null: whichever is meant.
  readonly account: Id | null
}

export const WEB = 'web'
/// Where notes for colleagues are written: no channel, but a draft of its own.
export const NOTE = 'note'
const ORDER: readonly Kind[] = ['WEB', 'SMS', 'EMAIL', 'WHATSAPP', 'TELEGRAM', 'MESSENGER']

/// The web chat goes by our page; anything else by an account of ours.
export function isByAccount({ channel }: Way): boolean {
  return kindOfChannel(channel) !== 'WEB'
}

/// An address may be entered with a mail: that there is none is in the way of nothing.
export function isOpen(way: Way): boolean {
  return way.hindrance === null || isAddressed(way)
}

function isAddressed({ channel, hindrance }: Way): boolean {
  return hindrance === 'no-address' && kindOfChannel(channel) === 'EMAIL'
}

/// What goes on can be answered before it is known what else could be done.
function withLive(interactions: readonly InteractionView[], ways: readonly Way[]): readonly Way[] {
  const live = interactions.flatMap((one) => {
    const { id, channel, account, party } = one
    if (!answerable(one) || account == null || party === null || ways.some((way) => way.account.id === account.id)) return []
    const kind = kindOf(one) === 'EMAIL' ? 'EMAIL' : 'PHONE'
    return [{ channel, account, address: { kind, value: party }, label: account.name, hindrance: null, templateOnly: false, characters: LIMITS.message, files: 0, live: id, preferred: false } as const]
  })
  return [...live, ...ways]
}

export function tabsOf(interactions: readonly InteractionView[], known: readonly Way[], wanted: string | null = null): readonly Tab[] {
  const ways = withLive(interactions, known.filter(isByAccount))
  const web = interactions.filter((one) => kindOf(one) === 'WEB')
  const tabs: Tab[] = []
  const page = known.find((way) => !isByAccount(way))
  // Where nothing but the chat reaches anybody there is nothing to choose.
  if (web.length > 0 || (page !== undefined && ways.length > 0)) {
    const chat = web.find(answerable) ?? null
    const elsewhere = web.some((one) => one.state === 'WITH_COLLEAGUE' || (one.state === 'QUEUED' && one.transfers.length > 0))
    const hindrance = elsewhere ? 'with-colleague' : web.length > 0 ? 'chat-ended' : (page?.hindrance ?? 'no-visitor')
    tabs.push({ channel: WEB, kind: 'WEB', ways: [], chat, hindrance: chat === null ? hindrance : null, wanted: false })
  }
  for (const channel of new Set(ways.map((way) => way.channel))) {
    const own = ways.filter((way) => way.channel === channel)
    const open = own.filter(isOpen)
    tabs.push({
      channel,
      kind: kindOfChannel(channel),
      ways: [...open, ...own.filter((way) => !isOpen(way))],
      chat: null,
      hindrance: open.length > 0 ? null : (own[0]?.hindrance ?? null),
      wanted: channel === wanted,
    })
  }
  return tabs.sort((a, b) => Number(b.wanted) - Number(a.wanted) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
}

/// The tab that is shown: the agent's choice, else the channel by which the customer wrote last, else one that is live,
/// else the one that the server prefers; and never one that cannot work while another can.
export function shownTab(tabs: readonly Tab[], conversation: ConversationView | null, chosen: Chosen | null): Tab | null {
  const open = tabs.filter((tab) => tab.hindrance === null)
  const by = (channel: string | null | undefined) => open.find((tab) => tab.channel.toLowerCase() === channel?.toLowerCase())
  return (
    by(chosen?.channel) ??
    by(lastChannel(conversation)) ??
    open.find((tab) => tab.chat !== null || tab.ways.some((way) => way.live !== null)) ??
    open.find((tab) => tab.ways.some((way) => way.preferred && isOpen(way))) ??
    open[0] ??
    null
  )
}

/// By which channel the customer wrote last; null when nothing was written.
function lastChannel(conversation: ConversationView | null): string | null {
  const words = conversation?.messages.findLast((message) => message.author.kind === 'CUSTOMER')
  const interaction = conversation?.interactions.find((one) => one.id === words?.interaction)
  return interaction === undefined ? null : kindOf(interaction) === 'WEB' ? WEB : interaction.channel
}

/// By which account and to which address a channel is written: as chosen, else where it is live, else to the number that
/// is on the line, else as the server prefers. Null when there is none that is open.
export function wayOf(tab: Tab, chosen: Chosen | null, onTheLine: string | null): Way | null {
  const open = tab.ways.filter(isOpen)
  const asked =
    chosen === null || chosen.channel !== tab.channel
      ? []
      : open.filter(
          (way) => (chosen.to === null || way.address?.value === chosen.to) && (chosen.account === null || way.account.id === chosen.account),
        )
  const among = asked.length > 0 ? asked : open
  return (
    among.find((way) => way.live !== null) ??
    among.find((way) => onTheLine !== null && way.address !== null && sameNumber(way.address.value, onTheLine)) ??
    among.find((way) => way.preferred) ??
    among[0] ??
    null
  )
}
