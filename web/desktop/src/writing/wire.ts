import type * as printed from '../../generated/openapi.ts'
import type { paths } from '../../generated/openapi.ts'

/// What the channels add to what crosses the wire. What the server's description has by now counts; what stands here
/// fits it, and is optional where an older server would leave it out.

type Id = string
type Instant = string

export interface DeliveryView {
  readonly state: 'WAITING' | 'SENT' | 'DELIVERED' | 'READ' | 'FAILED'
  /// Why it failed, or why it still waits, in a code; null: nothing went wrong.
  readonly failure: string | null
  readonly changedAt: Instant
}

export type FileView = printed.FileView

/// Of ours, on a channel.
export interface AccountName {
  readonly id: Id
  readonly name: string
  readonly address: string
}

interface Carried {
  /// Null: it is seen where it is stored.
  readonly delivery?: DeliveryView | null
  readonly files?: readonly FileView[]
  /// By the provider's clock; null: not said.
  readonly writtenAt?: Instant | null
}

export type MessageView = Omit<printed.MessageView, keyof Carried> & Carried
export type InteractionView = Omit<printed.InteractionView, 'account' | 'thread'> & { readonly account?: AccountName | null; readonly thread?: Id | null }

export type ConversationView = Omit<printed.ConversationView, 'messages' | 'interactions'> & {
  readonly messages: readonly MessageView[]
  readonly interactions: readonly InteractionView[]
}

export type DeskSnapshot = Omit<printed.DeskSnapshot, 'conversations' | 'outs'> & {
  readonly conversations: readonly ConversationView[]
  readonly outs: readonly (Omit<printed.OutView, 'conversation'> & { readonly conversation: ConversationView })[]
}

/// What became of a message that was shown before.
export interface DeliveryChanged {
  readonly type: 'deliveryChanged'
  readonly conversation: Id
  readonly seq: number
  readonly delivery: DeliveryView
}

export type DeskEvent =
  | Exclude<printed.DeskEvent, { readonly type: 'conversationChanged' | 'messageAdded' | 'deliveryChanged' }>
  | { readonly type: 'conversationChanged'; readonly conversation: ConversationView }
  | { readonly type: 'messageAdded'; readonly conversation: Id; readonly message: MessageView }
  | DeliveryChanged

export type DeskFrame = Omit<printed.DeskFrame, 'events'> & { readonly events: readonly DeskEvent[] }
export type ToDesktop = Exclude<printed.ToDesktop, printed.DeskFrame> | DeskFrame

export type ActivityDetail = Omit<printed.ActivityDetail, 'messages'> & { readonly messages: readonly MessageView[] }

type AddressKind = printed.Address['kind']

/// A channel on which a customer has asked not to be written to.
export interface OptOut {
  readonly channel: string
  readonly kind: AddressKind
  readonly value: string
  /// What the customer wrote; null: an agent noted it.
  readonly word: string | null
  readonly at: Instant
}

export type Contact = Omit<printed.Contact, 'optOuts'> & { readonly optOuts?: readonly OptOut[] }

/// One way to write to a customer: from an account of ours to an address of theirs.
export interface Way {
  readonly channel: string
  readonly account: AccountName
  /// Null: the contact has none of that kind.
  readonly address: { readonly kind: AddressKind; readonly value: string } | null
  /// What is shown of the address.
  readonly label: string
  /// Why nothing can be written this way now, in a code; null: it can.
  readonly hindrance: string | null
  /// Whether nothing but an approved template arrives.
  readonly templateOnly: boolean
  /// Of one message, at most.
  readonly characters: number
  /// That one message may carry; 0: none.
  readonly files: number
  /// The interaction that is going on this way; null: writing begins one.
  readonly live: Id | null
  readonly preferred: boolean
}

/// Under which number, and when, the server has stored a message.
export interface Written {
  readonly seq: number
  readonly at: Instant
}

export interface MessageSent {
  readonly conversation: Id
  readonly interaction: Id
  readonly seq: number
  readonly at: Instant
}

export interface MessageBody {
  /// The desktop's own: sent again with the same one it is stored once.
  readonly id: string
  readonly conversation: Id | null
  readonly contact: Id | null
  readonly channel: string
  readonly account: Id | null
  readonly to: string | null
  readonly text: string
  readonly thread: Id | null
  readonly files: readonly Id[]
  readonly service: Id | null
  /// As which approved template it goes out; null: as it is written.
  readonly template: printed.TemplateUse | null
}

export interface EmailBody {
  readonly id: string
  readonly conversation: Id | null
  readonly contact: Id | null
  readonly account: Id | null
  readonly to: readonly string[]
  readonly cc: readonly string[]
  readonly subject: string
  readonly text: string
  readonly files: readonly Id[]
  /// The message that is answered; null: a new mail.
  readonly inReplyTo: Id | null
  /// The message that stands below; null: none.
  readonly quoted: Id | null
}

export interface Mailbox {
  readonly name: string | null
  readonly address: string
}

/// To whom an answer goes, addresses of ours left out.
export interface Recipients {
  readonly to: readonly Mailbox[]
  readonly cc: readonly Mailbox[]
}

export interface EmailView {
  readonly subject: string
  readonly from: Mailbox
  readonly to: readonly Mailbox[]
  readonly cc: readonly Mailbox[]
  /// Where answers are wanted; empty: where it came from.
  readonly replyTo: readonly Mailbox[]
  readonly answer: Recipients
  readonly answerAll: Recipients
  /// Why it is in its thread.
  readonly why: printed.EmailView['why']
  readonly thread: Id
  /// What an agent has said about the thread; null: it is as it came about by itself.
  readonly changed: printed.EmailView['changed']
  /// How far its sender is proved; null: it is ours.
  readonly trust: printed.Address['trust'] | null
  /// What is suspicious of its sender, in codes.
  readonly marks: readonly string[]
  /// Whether there is more to see than its plain text.
  readonly html: boolean
  /// Whether it names pictures that lie elsewhere.
  readonly remote: boolean
}

interface Answers<T> {
  readonly responses: { readonly 200: { content: { readonly 'application/json': T } } }
}
interface Done {
  readonly responses: { readonly 204: { content?: never } }
}
interface Takes<B> {
  readonly requestBody: { readonly content: { readonly 'application/json': B } }
}
interface At<P> {
  readonly parameters: { readonly path: P }
}

interface Added {
  readonly '/api/contacts/{contact}/reach': {
    readonly get: Answers<readonly Way[]> & {
      readonly parameters: { readonly path: { readonly contact: Id }; readonly query?: { readonly conversation?: Id } }
    }
  }
  readonly '/api/contacts/{contact}/opt-outs/{channel}/{value}': {
    readonly put: Done & At<{ readonly contact: Id; readonly channel: string; readonly value: string }>
    readonly delete: Done & At<{ readonly contact: Id; readonly channel: string; readonly value: string }>
  }
  readonly '/api/messages': { readonly post: Takes<MessageBody> & Answers<MessageSent> }
  readonly '/api/messages/{conversation}/{seq}/retry': {
    readonly post: Done & At<{ readonly conversation: Id; readonly seq: string }>
  }
  readonly '/api/emails': { readonly post: Takes<EmailBody> & Answers<MessageSent> }
  readonly '/api/messages/{message}/email': { readonly get: Answers<EmailView> & At<{ readonly message: Id }> }
}

/// The addresses of the server: as its description has them, and those of the channels that it does not have yet.
export type Paths = paths & Omit<Added, keyof paths>
