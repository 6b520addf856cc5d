/// Everything that crosses the wire between the server and the desktop.
/// An id is a decimal string, an instant ISO-8601 in UTC. Null means "not known" or "not yet".

export type Id = string
export type Instant = string

export type Privilege = string
export type Language = 'ar' | 'en'

export interface Named {
  readonly id: Id
  readonly name: string
}

export interface Me {
  readonly id: Id
  readonly login: string
  readonly name: string
  readonly language: string
  readonly roles: readonly string[]
  readonly privileges: readonly Privilege[]
  readonly team: Named | null
  readonly workspace: { readonly id: Id; readonly slug: string; readonly name: string }
}

/// One log-in of the user, on one browser.
export interface UserSession {
  readonly id: Id
  readonly createdAt: Instant
  readonly lastUsedAt: Instant
  readonly expiresAt: Instant
  readonly current: boolean
}

export type PresenceState = 'LOGGED_OUT' | 'NOT_READY' | 'READY'
export type WorkStatus = 'IDLE' | 'RINGING' | 'BUSY' | 'WRAP_UP'

export interface PresenceView {
  readonly state: PresenceState
  /// LOGIN, NO_ANSWER, DECLINED, CONNECTION_LOST or the id of a not-ready reason.
  readonly reason: string | null
  /// What follows when nothing is in hand any more.
  readonly next: { readonly state: PresenceState; readonly reason: string | null } | null
  readonly workStatus: WorkStatus
  /// Since when what is displayed holds.
  readonly since: Instant
  /// Percent.
  readonly capacityUsed: number
}

export type AddressKind = 'EMAIL' | 'PHONE' | 'VISITOR'
export type Trust = 'ATTESTED' | 'PRESENTED' | 'CLAIMED' | 'CONFIRMED'

export interface Address {
  readonly kind: AddressKind
  readonly value: string
  readonly trust: Trust
}

export interface ContactSummary {
  readonly id: Id
  readonly name: string | null
  readonly version: number
  readonly addresses: readonly Address[]
  readonly lastActivityAt: Instant | null
}

export interface Contact extends ContactSummary {
  readonly language: string | null
}

export interface Page<T> {
  readonly items: readonly T[]
  readonly next: string | null
}

export type Medium = 'CHAT'
export type InteractionState = 'QUEUED' | 'OFFERED' | 'ACTIVE' | 'WRAP_UP' | 'ENDED'
export type Party = 'CUSTOMER' | 'AGENT' | 'SYSTEM'

export interface Offer {
  readonly number: number
  readonly until: Instant
  readonly from: Instant
}

export interface Disposition extends Named {
  readonly final: boolean
}

export interface InteractionView {
  readonly id: Id
  readonly medium: string
  readonly channel: string
  readonly direction: string
  readonly service: Named
  readonly state: InteractionState
  readonly offer: Offer | null
  readonly arrivedAt: Instant
  readonly acceptedAt: Instant | null
  readonly liveUntil: Instant | null
  readonly wrapUpUntil: Instant | null
  readonly endedBy: Party | null
  readonly notes: string
  readonly disposition: Id | null
  readonly dispositions: readonly Disposition[]
  readonly requiresDisposition: boolean
}

export interface Message {
  readonly seq: number
  readonly id: Id
  readonly interaction: Id
  readonly author: { readonly kind: Party; readonly id: Id | null; readonly name: string | null }
  readonly text: string
  readonly at: Instant
}

export interface ConversationView {
  readonly id: Id
  readonly version: number
  readonly contact: ContactSummary
  readonly service: Named
  readonly state: 'OFFERED' | 'ACTIVE' | 'WRAP_UP'
  readonly openedAt: Instant
  readonly stateSince: Instant
  readonly interactions: readonly InteractionView[]
  readonly lastSeq: number
  readonly readSeq: number
  /// The last hundred, ascending.
  readonly messages: readonly Message[]
}

export interface DeskSnapshot {
  readonly desk: string
  readonly offset: number
  readonly me: Me
  readonly presence: PresenceView
  readonly notReadyReasons: readonly Named[]
  readonly conversations: readonly ConversationView[]
}

export type DeskEvent =
  | { readonly type: 'presenceChanged'; readonly presence: PresenceView }
  | { readonly type: 'conversationChanged'; readonly conversation: ConversationView }
  | { readonly type: 'conversationRemoved'; readonly id: Id }
  | { readonly type: 'messageAdded'; readonly conversation: Id; readonly message: Message }
  | { readonly type: 'typing'; readonly conversation: Id }

/// Events in the order of truth; the offset is that of the last one.
export interface DeskFrame {
  readonly offset: number
  readonly events: readonly DeskEvent[]
}

export type SocketMessage =
  | DeskFrame
  | { readonly heartbeat: true; readonly healthy: boolean }
  | { readonly resync: true }

export interface Activity {
  readonly id: Id
  readonly conversation: Id
  readonly medium: string
  readonly channel: string
  readonly direction: string
  readonly service: Named
  readonly agent: Named | null
  readonly arrivedAt: Instant
  readonly acceptedAt: Instant | null
  readonly endedAt: Instant | null
  readonly outcome: 'HANDLED' | 'ABANDONED' | null
  readonly disposition: Named | null
  readonly notes: string
  readonly messages: number
  readonly firstText: string | null
}

export interface ActivityDetail {
  readonly activity: Activity
  readonly messages: readonly Message[]
  readonly notes: string
  readonly disposition: Named | null
}

/// What the server answers to a message it has stored.
export interface Stored {
  readonly seq: number
  readonly at: Instant
}

/// Limits the server sets; kept here so that the desktop can say so before sending.
export const LIMITS = { message: 4_000, notes: 10_000, name: 200 } as const
