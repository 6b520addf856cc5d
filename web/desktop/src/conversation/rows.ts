import type { ConversationView, Id, Instant, InteractionView, MessageView, ParticipantView, Party, PostponementView, TransferView } from '../api/types.ts'
import { type Kind, kindOf } from '../writing/kinds.ts'
import type { AccountName } from '../writing/wire.ts'
import type { Outgoing } from './outbox.ts'

/// The timeline as a list of rows: days, messages, and what happened to the interactions, in the order of time.

export type Row =
  | { readonly kind: 'DAY'; readonly key: string; readonly at: Instant }
  | {
      readonly kind: 'MESSAGE'
      readonly key: string
      readonly at: Instant
      readonly message: MessageView
      /// Whether to say who wrote it: the customer once for each interaction, an agent where another one wrote before.
      readonly named: boolean
      readonly via: Via
      readonly strands: Strands
    }
  | { readonly kind: 'UNSENT'; readonly key: string; readonly at: Instant; readonly entry: Outgoing; readonly strands: Strands }
  | { readonly kind: 'EVENT'; readonly key: string; readonly at: Instant; readonly event: TimelineEvent; readonly strands: Strands }

export type TimelineEvent =
  | { readonly type: 'STARTED'; readonly interaction: InteractionView }
  | { readonly type: 'ACCEPTED'; readonly interaction: InteractionView; readonly waitedMs: number }
  | { readonly type: 'ENDED'; readonly interaction: InteractionView; readonly by: Party | null; readonly lastedMs: number }
  | { readonly type: 'POSTPONED'; readonly interaction: InteractionView; readonly postponement: PostponementView }
  | { readonly type: 'TRANSFERRED'; readonly interaction: InteractionView; readonly transfer: TransferView }
  | { readonly type: 'RETURNED'; readonly interaction: InteractionView; readonly transfer: TransferView }
  | { readonly type: 'JOINED'; readonly interaction: InteractionView; readonly guest: ParticipantView }
  | { readonly type: 'LEFT'; readonly interaction: InteractionView; readonly guest: ParticipantView }
  | { readonly type: 'CAME_BACK'; readonly interaction: InteractionView; readonly by: Party }
  | { readonly type: 'WRAP_UP'; readonly interaction: InteractionView }
  | { readonly type: 'SYSTEM'; readonly message: MessageView }

/// By which channel a message went, and by which account of ours.
export interface Via {
  readonly kind: Kind
  readonly account: AccountName | null
  /// Which of several matters, such as threads of mails; null: there is one.
  readonly thread: Id | null
  /// Whether it goes on.
  readonly live: boolean
}

/// How the strand of one channel passes the row, in the gutter.
export interface Strand {
  readonly kind: Kind
  readonly opens: boolean
  readonly closes: boolean
  readonly dot: boolean
  readonly live: boolean
}

/// One place for each channel of the conversation; null where nothing of it is going on. Two strands side by side are a
/// call and a chat at once.
export type Strands = readonly (Strand | null)[]

/// The channels of a conversation in the order in which they began: each has its place in the gutter.
export function lanesOf({ interactions }: Pick<ConversationView, 'interactions'>): readonly Kind[] {
  const arrived = [...interactions].sort((a, b) => Date.parse(a.arrivedAt) - Date.parse(b.arrivedAt))
  return [...new Set(arrived.map(kindOf))]
}

interface Item {
  readonly at: number
  /// Among what happened in the same moment: lower first.
  readonly rank: number
  readonly interaction: string
  readonly row: (strands: Strands, named: boolean) => Row
  readonly writer: Writer | null
  readonly dot: boolean
}

/// What of a conversation, besides its messages, its rows are made from.
export type Happened = Pick<ConversationView, 'interactions' | 'openedAt'>

export function rowsOf(
  conversation: Happened,
  log: readonly MessageView[],
  unsent: readonly Outgoing[],
): readonly Row[] {
  const beginning = (log[0]?.seq ?? 1) <= 1
  const from = beginning ? -Infinity : Date.parse(log[0]?.at ?? conversation.openedAt)
  const last = lastEnded(conversation.interactions)
  const ways = new Map(conversation.interactions.map((one) => [one.id, viaOf(one)]))
  const items = [
    ...conversation.interactions.flatMap((one) => eventsOf(one, one === last)).filter((item) => item.at >= from),
    ...log.map((message) => messageItem(message, ways.get(message.interaction) ?? WEB)),
  ].sort((a, b) => a.at - b.at || a.rank - b.rank)
  return withDays(strung([...items, ...unsent.map(unsentItem)], conversation, beginning))
}

function viaOf(interaction: InteractionView): Via {
  return { kind: kindOf(interaction), account: interaction.account ?? null, thread: interaction.thread ?? null, live: interaction.liveUntil === null }
}

/// What is known of no interaction is shown as what it was before there were others.
const WEB: Via = { kind: 'WEB', account: null, thread: null, live: false }

/// Who wrote, on which side of the timeline.
interface Writer {
  readonly side: 'CUSTOMER' | 'AGENT'
  readonly who: string
}

function writerOf(message: MessageView): Writer | null {
  const { author, interaction } = message
  switch (author.kind) {
    case 'CUSTOMER':
      return { side: 'CUSTOMER', who: interaction }
    case 'AGENT':
      return { side: 'AGENT', who: `${interaction} ${author.id ?? ''} ${message.internal}` }
    case 'SYSTEM':
      return isEvent(message) ? null : { side: 'AGENT', who: `${interaction} system` }
  }
}

/// What the system says to the agent alone; what it sends to the customer is a message.
function isEvent({ author, delivery }: MessageView): boolean {
  return author.kind === 'SYSTEM' && delivery == null
}

function messageItem(message: MessageView, via: Via): Item {
  const event: TimelineEvent = { type: 'SYSTEM', message }
  const key = `m${message.seq}`
  return {
    at: Date.parse(message.at),
    rank: 2,
    interaction: message.interaction,
    writer: writerOf(message),
    dot: !isEvent(message),
    row: (strands, named) =>
      isEvent(message)
        ? { kind: 'EVENT', key, at: message.at, event, strands }
        : { kind: 'MESSAGE', key, at: message.at, message, named, via, strands },
  }
}

function unsentItem(entry: Outgoing): Item {
  return {
    at: Date.parse(entry.at),
    rank: 9,
    interaction: entry.interaction ?? '',
    writer: null,
    dot: true,
    row: (strands) => ({ kind: 'UNSENT', key: `u${entry.id}`, at: entry.at, entry, strands }),
  }
}

/// After which nothing is left but the after-call work of the whole conversation; null while something goes on.
function lastEnded(interactions: readonly InteractionView[]): InteractionView | null {
  let last: InteractionView | null = null
  for (const one of interactions) {
    if (one.liveUntil === null) return null
    if (last?.liveUntil == null || Date.parse(one.liveUntil) >= Date.parse(last.liveUntil)) last = one
  }
  return last
}

/// Quicker than anybody accepts.
const JOINED_MS = 500

function eventsOf(interaction: InteractionView, isLast: boolean): readonly Item[] {
  const items: Item[] = []
  const add = (at: Instant, rank: number, event: TimelineEvent, key = `${event.type}${interaction.id}`) =>
    items.push({
      at: Date.parse(at),
      rank,
      interaction: interaction.id,
      writer: null,
      dot: rank === 3,
      row: (strands) => ({ kind: 'EVENT', key, at, event, strands }),
    })
  add(interaction.arrivedAt, 0, { type: 'STARTED', interaction })
  // Nobody accepts what the agent begins, and how long they waited for what was set aside, or given away, is no wait.
  const anew = interaction.postponements.length + interaction.transfers.length > 0
  if (interaction.acceptedAt !== null && interaction.direction === 'INBOUND' && !anew) {
    const waitedMs = Date.parse(interaction.acceptedAt) - Date.parse(interaction.arrivedAt)
    // What joins a conversation is with its agent at once: nobody accepted it.
    if (waitedMs >= JOINED_MS) add(interaction.acceptedAt, 1, { type: 'ACCEPTED', interaction, waitedMs })
  }
  for (const postponement of interaction.postponements) {
    const { at, backAt, backBy } = postponement
    add(at, 2, { type: 'POSTPONED', interaction, postponement }, `POSTPONED${interaction.id} ${at}`)
    if (backAt !== null && backBy !== null) add(backAt, 0, { type: 'CAME_BACK', interaction, by: backBy }, `CAME_BACK${interaction.id} ${at}`)
  }
  for (const transfer of interaction.transfers) {
    const { at, returnedAt } = transfer
    add(at, 2, { type: 'TRANSFERRED', interaction, transfer }, `TRANSFERRED${interaction.id} ${at}`)
    if (returnedAt !== null) add(returnedAt, 2, { type: 'RETURNED', interaction, transfer }, `RETURNED${interaction.id} ${at}`)
  }
  for (const guest of interaction.participants) {
    const { joinedAt, leftAt, why } = guest
    const key = `${interaction.id} ${guest.agent.id} ${guest.since}`
    if (joinedAt !== null) add(joinedAt, 2, { type: 'JOINED', interaction, guest }, `JOINED${key}`)
    // That it is over for all is said once.
    if (leftAt !== null && why !== 'OVER') add(leftAt, 2, { type: 'LEFT', interaction, guest }, `LEFT${key}`)
  }
  if (interaction.liveUntil !== null) {
    const lastedMs = Date.parse(interaction.liveUntil) - Date.parse(interaction.acceptedAt ?? interaction.arrivedAt)
    add(interaction.liveUntil, 3, { type: 'ENDED', interaction, by: interaction.endedBy, lastedMs })
    if (isLast && interaction.state === 'WRAP_UP') add(interaction.liveUntil, 4, { type: 'WRAP_UP', interaction })
  }
  return items
}

/// Draws each row's piece of the strands: one opens at the first row of its interaction and closes where it ended.
function strung(items: readonly Item[], conversation: Happened, beginning: boolean): readonly Row[] {
  const { interactions } = conversation
  const spans = interactions.map((one) => spanOf(one, items, beginning))
  const lanes = lanesOf(conversation)
  const writers = { CUSTOMER: '', AGENT: '' }
  return items.map((item, index) => {
    const strands = lanes.map((lane) => strandAt(index, item, spans.filter((span) => span.kind === lane)))
    const named = item.writer !== null && item.writer.who !== writers[item.writer.side]
    if (item.writer !== null) writers[item.writer.side] = item.writer.who
    return item.row(strands, named)
  })
}

/// From which row to which an interaction goes on.
interface Span {
  readonly interaction: string
  readonly kind: Kind
  readonly from: number
  readonly to: number
  /// Its beginning is on the screen.
  readonly opens: boolean
  readonly live: boolean
}

function spanOf(of: InteractionView, items: readonly Item[], beginning: boolean): Span {
  const { id, liveUntil } = of
  const first = items.findIndex((item) => item.interaction === id)
  const last = items.findLastIndex((item) => item.interaction === id)
  const end = items.findIndex((item) => item.interaction === id && item.rank === 3)
  const live = liveUntil === null
  return {
    interaction: id,
    kind: kindOf(of),
    from: beginning || first > 0 ? (first < 0 ? Infinity : first) : 0,
    to: live ? Infinity : end >= 0 ? end : last,
    opens: first >= 0 && (beginning || first > 0),
    live,
  }
}

function strandAt(index: number, item: Item, spans: readonly Span[]): Strand | null {
  const here = spans.findLast((span) => span.from <= index && index <= span.to)
  if (here === undefined) return null
  return {
    kind: here.kind,
    opens: here.opens && index === here.from,
    closes: index === here.to,
    dot: item.dot && item.interaction === here.interaction,
    live: here.live,
  }
}

function withDays(rows: readonly Row[]): readonly Row[] {
  const out: Row[] = []
  let day = ''
  for (const row of rows) {
    const its = new Date(row.at).toDateString()
    if (its !== day) out.push({ kind: 'DAY', key: `d${its}`, at: row.at })
    day = its
    out.push(row)
  }
  return out
}
