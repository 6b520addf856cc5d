import { send } from '../api/http.ts'
import type { Id, TemplateUse, Written } from '../api/types.ts'
import type { Outgoing } from '../conversation/outbox.ts'
import type { Writing } from '../desk/DeskSocket.ts'
import type { FileView } from './wire.ts'

/// How a message goes that is not said in a web chat. It is kept with the message, so that after a reload it goes the
/// same way.
export type Road =
  | {
      readonly kind: 'MESSAGE'
      readonly channel: string
      readonly account: Id
      readonly to: string
      readonly files: readonly FileView[]
      /// As which approved template it goes out; missing: as it is written.
      readonly template?: TemplateUse
    }
  | {
      readonly kind: 'EMAIL'
      readonly account: Id
      readonly to: readonly string[]
      readonly cc: readonly string[]
      readonly subject: string
      readonly inReplyTo: Id | null
      /// What stands below it; missing in what was written before there was that.
      readonly quoted?: Id | null
      readonly files: readonly FileView[]
    }
  | {
      /// In a web chat, with files.
      readonly kind: 'CHAT'
      readonly files: readonly FileView[]
    }
  | {
      /// To colleagues alone.
      readonly kind: 'NOTE'
      readonly mentions: readonly Id[]
      readonly files: readonly []
    }

/// To the customer, by an account of ours.
export type SentRoad = Exclude<Road, { readonly kind: 'NOTE' | 'CHAT' }>

/// Where it belongs: to a conversation, or to a contact with whom one is begun by it.
export interface Target {
  readonly conversation: Id | null
  readonly contact: Id | null
}

/// Sends a message once; with the same id again it is stored once.
export function sendBy(road: SentRoad, id: string, text: string, { conversation, contact }: Target) {
  const files = road.files.map((file) => file.id)
  switch (road.kind) {
    case 'MESSAGE': {
      const { channel, account, to, template = null } = road
      return send('POST', '/api/messages', {
        body: { id, conversation, contact, channel, account, to, text, thread: null, files, service: null, template },
      })
    }
    case 'EMAIL': {
      const { account, to, cc, subject, inReplyTo, quoted = null } = road
      return send('POST', '/api/emails', { body: { id, conversation, contact, account, to, cc, subject, text, files, inReplyTo, quoted } })
    }
  }
}

/// Brings a message of the outbox to the server: words in a web chat and notes by the desk's own line, anything else by a
/// request.
export async function carried(entry: Outgoing, say: (words: Writing) => Promise<Written>): Promise<Written> {
  const { id, conversation, interaction, text, road } = entry
  if (road?.kind === 'NOTE') return say({ id, conversation, interaction: interaction ?? '', text, note: { mentions: road.mentions } })
  if (road?.kind === 'CHAT') return say({ id, conversation, interaction: interaction ?? '', text, files: road.files.map((file) => file.id) })
  if (road !== undefined) return sendBy(road, id, text, { conversation, contact: null })
  return say({ id, conversation, interaction: interaction ?? '', text })
}
