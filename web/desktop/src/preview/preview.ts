import type { ConversationView, DeskSnapshot, PreviewView } from '../api/types.ts'
import { nameOf } from '../contact/names.ts'
import { useDesk } from '../desk/store.ts'
import type { MessageKey } from '../i18n/language.ts'
import { useT } from '../i18n/Say.tsx'

export type RecordView = NonNullable<PreviewView['record']>
export type NumberView = RecordView['numbers'][number]
export type HistoryEntry = RecordView['history'][number]

/// The calling record at this agent; null when there is none.
export function previewOf(snapshot: DeskSnapshot | null): PreviewView | null {
  return snapshot?.previews[0] ?? null
}

export interface Reviewed {
  readonly preview: PreviewView
  readonly record: RecordView
}

/// One that is accepted. While it is offered only the pop-up shows it.
export function reviewedOf(snapshot: DeskSnapshot | null): Reviewed | null {
  const preview = previewOf(snapshot)
  return preview === null || preview.state === 'OFFERED' || preview.record === null ? null : { preview, record: preview.record }
}

/// One that has no conversation on this desk: an entry of its own. Afterwards its call's conversation stands for it.
export function ownEntryOf(snapshot: DeskSnapshot): Reviewed | null {
  const reviewed = reviewedOf(snapshot)
  if (reviewed === null) return null
  return snapshot.conversations.some((one) => one.id === reviewed.preview.conversation) ? null : reviewed
}

/// The name, else a number of the record; null while neither is known.
export function customerOf(preview: PreviewView): string | null {
  return preview.customerName ?? preview.record?.numbers[0]?.number ?? null
}

/// Whom a conversation is with: a contact without a name, called from a record, is called what the record says.
export function useNameIn(conversation: ConversationView): string {
  const t = useT()
  const recorded = useDesk(({ snapshot }) => {
    const preview = previewOf(snapshot)
    return preview?.conversation === conversation.id ? preview.customerName : null
  })
  return conversation.contact.name ?? recorded ?? nameOf(conversation.contact, t)
}

export const STATE_WORDS: Readonly<Record<PreviewView['state'], MessageKey>> = {
  OFFERED: 'state.ringing',
  REVIEWING: 'preview.reviewing',
  DIALING: 'conversations.calling',
  TALKING: 'conversations.onCall',
  DECIDING: 'preview.deciding',
}

/// Why a number may not be called; null when it may.
export function whyNotDial(reviewed: Reviewed, number: NumberView): MessageKey | null {
  if (number.why !== null) return REASONS[number.why] ?? 'preview.why.other'
  if (!number.callable) return 'preview.why.onlyRecommended'
  return reviewed.preview.state === 'DIALING' || reviewed.preview.state === 'TALKING' ? 'call.whyOnCall' : null
}

export const REASONS: Readonly<Record<string, MessageKey>> = {
  INVALID_NUMBER: 'preview.why.invalid',
  EXPIRED: 'preview.why.expired',
  STOPPED: 'preview.why.stopped',
  DO_NOT_CALL: 'preview.why.doNotCall',
  ATTEMPTS_OF_RECORD: 'preview.why.attemptsOfRecord',
  ATTEMPTS_OF_NUMBER: 'preview.why.attemptsOfNumber',
  QUOTA_MET: 'preview.why.quotaMet',
  NEVER_IN_HOURS: 'preview.why.neverInHours',
  ATTEMPTS_TODAY: 'preview.why.attemptsToday',
  CENTRE_CLOSED: 'preview.why.centreClosed',
  HOLIDAY: 'preview.why.holiday',
  OUTSIDE_HOURS: 'preview.why.outsideHours',
  LOCAL_RULE: 'preview.why.localRule',
}

export const KIND_WORDS: Readonly<Record<string, MessageKey>> = {
  HOME: 'preview.kind.home',
  MOBILE: 'preview.kind.mobile',
  WORK: 'preview.kind.work',
  OTHER: 'preview.kind.other',
}
