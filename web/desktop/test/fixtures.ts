import type { ConversationView, DeskSnapshot, InteractionView, MessageView, Party, PresenceView } from '../src/api/types.ts'

export function message(seq: number, text: string, by: Party = 'CUSTOMER', at = `2026-11-20T10:0${seq % 10}:00Z`): MessageView {
  return { seq, id: `90${seq}`, interaction: '11', clientId: by === 'AGENT' ? `sent ${seq}` : null, author: { kind: by, id: by === 'AGENT' ? '7' : '5', name: null }, text, at, internal: false, changedAt: null, withdrawn: false }
}

export function interaction(changed: Partial<InteractionView> = {}): InteractionView {
  return {
    id: '11',
    medium: 'CHAT',
    channel: 'WEB',
    direction: 'INBOUND',
    service: { id: '3', name: 'Orders' },
    state: 'ACTIVE',
    offer: null,
    arrivedAt: '2026-11-20T10:00:00Z',
    acceptedAt: '2026-11-20T10:00:30Z',
    liveUntil: null,
    wrapUpUntil: null,
    endedBy: null,
    notes: '',
    call: null,
    postponements: [],
    transfers: [],
    participants: [],
    host: null,
    party: null,
    trust: null,
    disposition: null,
    dispositions: [],
    requiresDisposition: true,
    messageLeft: false,
    ...changed,
  }
}

export function conversation(id: string, messages: readonly MessageView[] = [], changed: Partial<ConversationView> = {}): ConversationView {
  return {
    id,
    version: 1,
    contact: { id: '5004821', name: null, version: 1, addresses: [], photo: null, lastActivityAt: null },
    service: { id: '3', name: 'Orders' },
    state: 'ACTIVE',
    guest: false,
    openedAt: '2026-11-20T10:00:00Z',
    stateSince: '2026-11-20T10:00:30Z',
    interactions: [interaction()],
    lastSeq: messages.at(-1)?.seq ?? 0,
    readSeq: 0,
    messages,
    ...changed,
  }
}

export const presence: PresenceView = {
  state: 'READY',
  reason: null,
  next: null,
  workStatus: 'IDLE',
  since: '2026-11-20T10:00:00Z',
  capacityUsed: 0,
}

export function snapshot(conversations: readonly ConversationView[] = [], offset = 10): DeskSnapshot {
  return {
    desk: '1',
    offset,
    me: {
      id: '7',
      login: 'amal',
      name: 'Amal',
      language: 'ar',
      roles: ['AGENT'],
      privileges: [],
      team: null,
      workspace: { id: '2', slug: 'demo', name: 'Demo' },
    },
    presence,
    notReadyReasons: [],
    sideCall: null,
    previews: [],
    conversations,
    outs: [],
  }
}
