import type {
  ConversationView,
  DeskEvent,
  DeskFrame,
  DeskSnapshot,
  Id,
  MessageView,
} from '../api/types.ts'

/// The desktop's state is a snapshot and the frames that followed it: old snapshot + frames = new snapshot.
/// This module is pure and depends on nothing, so that the server's tests can run it too.

/// How many messages of a conversation a snapshot carries.
export const WINDOW = 100

/// A frame that is not newer than the snapshot has been applied already and changes nothing.
export function applyFrame(snapshot: DeskSnapshot, frame: DeskFrame): DeskSnapshot {
  if (frame.offset <= snapshot.offset) return snapshot
  return { ...frame.events.reduce(applyEvent, snapshot), offset: frame.offset }
}

function applyEvent(snapshot: DeskSnapshot, event: DeskEvent): DeskSnapshot {
  switch (event.type) {
    case 'presenceChanged':
      return { ...snapshot, presence: event.presence }
    case 'conversationChanged':
      return { ...snapshot, conversations: put(snapshot.conversations, event.conversation) }
    case 'conversationRemoved':
      return { ...snapshot, conversations: without(snapshot.conversations, event.id) }
    case 'conversationRead':
      return change(snapshot, event.id, (conversation) => ({
        ...conversation,
        readSeq: Math.max(conversation.readSeq, event.seq),
      }))
    case 'messageAdded':
      return change(snapshot, event.conversation, (conversation) => append(conversation, event.message))
    case 'deliveryChanged':
      return change(snapshot, event.conversation, (conversation) => ({
        ...conversation,
        messages: conversation.messages.map((one) => (one.seq === event.seq ? { ...one, delivery: event.delivery } : one)),
      }))
    case 'sideCall':
      return { ...snapshot, sideCall: event.sideCall }
    case 'preview':
      return { ...snapshot, previews: event.preview === null ? [] : [event.preview] }
    case 'reasonsChanged':
      return { ...snapshot, notReadyReasons: event.notReadyReasons }
    case 'typing':
    case 'mentioned':
    case 'contactsChanged':
      return snapshot
    default:
      return assertNever(event)
  }
}

function change(
  snapshot: DeskSnapshot,
  id: Id,
  how: (conversation: ConversationView) => ConversationView,
): DeskSnapshot {
  return {
    ...snapshot,
    conversations: snapshot.conversations.map((one) => (one.id === id ? how(one) : one)),
  }
}

/// Conversations stand in the order of their ids, which is the order in which they began.
function put(
  conversations: readonly ConversationView[],
  changed: ConversationView,
): readonly ConversationView[] {
  return [...without(conversations, changed.id), changed].sort((a, b) => compareIds(a.id, b.id))
}

function without(conversations: readonly ConversationView[], id: Id): readonly ConversationView[] {
  return conversations.filter((conversation) => conversation.id !== id)
}

function append(conversation: ConversationView, message: MessageView): ConversationView {
  if (message.seq <= conversation.lastSeq) return conversation
  return {
    ...conversation,
    lastSeq: message.seq,
    messages: [...conversation.messages, message].slice(-WINDOW),
  }
}

/// Ids are decimal numbers too long for a JavaScript number.
export function compareIds(a: Id, b: Id): number {
  if (a.length !== b.length) return a.length - b.length
  return a < b ? -1 : a > b ? 1 : 0
}

function assertNever(event: never): never {
  throw new Error(`An event of an unknown type: ${JSON.stringify(event)}`)
}
