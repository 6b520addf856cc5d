import type { ConversationView, Instant, InteractionView, MessageView, Party } from '../api/types.ts'
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
      readonly strand: Strand
    }
  | { readonly kind: 'UNSENT'; readonly key: string; readonly at: Instant; readonly entry: Outgoing; readonly strand: Strand }
  | { readonly kind: 'EVENT'; readonly key: string; readonly at: Instant; readonly event: TimelineEvent; readonly strand: Strand }

export type TimelineEvent =
  | { readonly type: 'STARTED'; readonly interaction: InteractionView }
  | { readonly type: 'ACCEPTED'; readonly interaction: InteractionView; readonly waitedMs: number }
  | { readonly type: 'ENDED'; readonly interaction: InteractionView; readonly by: Party | null; readonly lastedMs: number }
  | { readonly type: 'WRAP_UP'; readonly interaction: InteractionView }
  | { readonly type: 'SYSTEM'; readonly message: MessageView }

/// How the strand of the interaction passes the row, in the gutter.
export interface Strand {
  /// Whether there is one here at all: not after its end.
  readonly drawn: boolean
  readonly opens: boolean
  readonly closes: boolean
  readonly dot: boolean
  readonly live: boolean
}

interface Item {
  readonly at: number
  /// Among what happened in the same moment: lower first.
  readonly rank: number
  readonly interaction: string
  readonly row: (strand: Strand, named: boolean) => Row
  readonly writer: Writer | null
  readonly dot: boolean
}

export function rowsOf(
  conversation: ConversationView,
  log: readonly MessageView[],
  unsent: readonly Outgoing[],
): readonly Row[] {
  const beginning = (log[0]?.seq ?? 1) <= 1
  const from = beginning ? -Infinity : Date.parse(log[0]?.at ?? conversation.openedAt)
  const items = [
    ...conversation.interactions.flatMap(eventsOf).filter((item) => item.at >= from),
    ...log.map(messageItem),
  ].sort((a, b) => a.at - b.at || a.rank - b.rank)
  return withDays(strung([...items, ...unsent.map(unsentItem)], conversation.interactions, beginning))
}

/// Who wrote, on which side of the timeline.
interface Writer {
  readonly side: 'CUSTOMER' | 'AGENT'
  readonly who: string
}

function writerOf({ author, interaction }: MessageView): Writer | null {
  switch (author.kind) {
    case 'CUSTOMER':
      return { side: 'CUSTOMER', who: interaction }
    case 'AGENT':
      return { side: 'AGENT', who: `${interaction} ${author.id ?? ''}` }
    case 'SYSTEM':
      return null
  }
}

function messageItem(message: MessageView): Item {
  const event: TimelineEvent = { type: 'SYSTEM', message }
  const key = `m${message.seq}`
  return {
    at: Date.parse(message.at),
    rank: 2,
    interaction: message.interaction,
    writer: writerOf(message),
    dot: message.author.kind !== 'SYSTEM',
    row: (strand, named) =>
      message.author.kind === 'SYSTEM'
        ? { kind: 'EVENT', key, at: message.at, event, strand }
        : { kind: 'MESSAGE', key, at: message.at, message, named, strand },
  }
}

function unsentItem(entry: Outgoing): Item {
  return {
    at: Date.parse(entry.at),
    rank: 9,
    interaction: entry.interaction,
    writer: null,
    dot: true,
    row: (strand) => ({ kind: 'UNSENT', key: `u${entry.id}`, at: entry.at, entry, strand }),
  }
}

function eventsOf(interaction: InteractionView): readonly Item[] {
  const items: Item[] = []
  const add = (at: Instant, rank: number, event: TimelineEvent) =>
    items.push({
      at: Date.parse(at),
      rank,
      interaction: interaction.id,
      writer: null,
      dot: rank === 3,
      row: (strand) => ({ kind: 'EVENT', key: `${event.type}${interaction.id}`, at, event, strand }),
    })
  add(interaction.arrivedAt, 0, { type: 'STARTED', interaction })
  if (interaction.acceptedAt !== null) {
    const waitedMs = Date.parse(interaction.acceptedAt) - Date.parse(interaction.arrivedAt)
    add(interaction.acceptedAt, 1, { type: 'ACCEPTED', interaction, waitedMs })
  }
  if (interaction.liveUntil !== null) {
    const lastedMs = Date.parse(interaction.liveUntil) - Date.parse(interaction.acceptedAt ?? interaction.arrivedAt)
    add(interaction.liveUntil, 3, { type: 'ENDED', interaction, by: interaction.endedBy, lastedMs })
    if (interaction.state === 'WRAP_UP') add(interaction.liveUntil, 4, { type: 'WRAP_UP', interaction })
  }
  return items
}

/// Draws each row's piece of the strand: it opens at the first row of its interaction and closes where it ended.
function strung(items: readonly Item[], interactions: readonly InteractionView[], beginning: boolean): readonly Row[] {
  const first = new Map<string, number>()
  const last = new Map<string, number>()
  items.forEach((item, index) => {
    if (!first.has(item.interaction)) first.set(item.interaction, index)
    last.set(item.interaction, index)
  })
  const live = new Set(interactions.filter((one) => one.liveUntil === null).map((one) => one.id))
  const ends = new Map<string, number>()
  items.forEach((item, index) => {
    if (item.rank === 3) ends.set(item.interaction, index)
  })
  const writers = { CUSTOMER: '', AGENT: '' }
  return items.map((item, index) => {
    const id = item.interaction
    const end = live.has(id) ? Infinity : (ends.get(id) ?? last.get(id) ?? index)
    const named = item.writer !== null && item.writer.who !== writers[item.writer.side]
    if (item.writer !== null) writers[item.writer.side] = item.writer.who
    const opens = first.get(id) === index && (beginning || index > 0)
    return item.row({ drawn: index <= end, opens, closes: index === end, dot: item.dot && index <= end, live: live.has(id) }, named)
  })
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
