import { create } from 'zustand'
import type { Id } from '../api/types.ts'
import { keep, recall } from '../session/storage.ts'
import type { FileView } from '../writing/wire.ts'

/// What is half-written in each conversation, for each channel of its own: what was meant for a mail does not turn up in
/// a chat. Kept across switching, reloading and a lost line.

/// A mail that is being written. `to` and `cc` are as they are typed.
export interface Mail {
  readonly to: string
  readonly cc: string
  readonly subject: string
  readonly text: string
  /// The message that is answered; null: a new mail.
  readonly inReplyTo: Id | null
  /// The message that stands below what is written; null or missing: none.
  readonly quoted?: Id | null
}

/// Of a conversation, or of a contact with whom none is going on.
export type Place = string

interface Drafts {
  readonly user: Id | null
  readonly texts: Readonly<Record<string, string>>
  readonly mails: Readonly<Record<Place, Mail>>
  /// What has been uploaded to go with it.
  readonly files: Readonly<Record<string, readonly FileView[]>>
}

export const useDrafts = create<Drafts>(() => ({ user: null, texts: {}, mails: {}, files: {} }))

const STORAGE = { texts: 'draft.', mails: 'mail.', files: 'draft-files.' } as const

type Kept = keyof typeof STORAGE

/// Where a draft is kept.
export function draftOf(place: Place, channel: string): string {
  return `${place}.${channel.toLowerCase()}`
}

const WEB = '.web'
const EMAIL = '.email'
const none: readonly FileView[] = []

function put<K extends Kept>(kind: K, key: string, value: Drafts[K][string] | null): void {
  const { user, [kind]: before } = useDrafts.getState()
  const { [key]: _, ...others } = before as Readonly<Record<string, unknown>>
  useDrafts.setState({ [kind]: value === null ? others : { ...others, [key]: value } })
  if (user !== null) keep(user, STORAGE[kind] + key, value)
}

export const drafts = {
  open(user: Id): void {
    useDrafts.setState({
      user,
      texts: withChannels(recall<string>(user, STORAGE.texts)),
      mails: recall<Mail>(user, STORAGE.mails),
      files: recall<readonly FileView[]>(user, STORAGE.files),
    })
  },

  close(): void {
    useDrafts.setState({ user: null, texts: {}, mails: {}, files: {} })
  },

  text(place: Place, channel: string): string {
    return useDrafts.getState().texts[draftOf(place, channel)] ?? ''
  },

  write(place: Place, channel: string, text: string): void {
    put('texts', draftOf(place, channel), text === '' ? null : text)
  },

  mail(place: Place, mail: Mail | null): void {
    put('mails', place, mail)
  },

  files(place: Place, channel: string): readonly FileView[] {
    return useDrafts.getState().files[draftOf(place, channel)] ?? none
  },

  attach(place: Place, channel: string, files: readonly FileView[]): void {
    put('files', draftOf(place, channel), files.length === 0 ? null : files)
  },

  /// Lets go of all that was begun in a place.
  drop(place: Place): void {
    const { texts, mails, files } = useDrafts.getState()
    const here = (key: string) => key.startsWith(`${place}.`)
    for (const key of Object.keys(texts).filter(here)) put('texts', key, null)
    for (const key of Object.keys(files).filter(here)) put('files', key, null)
    if (mails[place] !== undefined) put('mails', place, null)
  },
}

/// Whether something is begun in this place and channel.
export function isDrafted({ texts, mails, files }: Drafts, place: Place, channel: string): boolean {
  const key = draftOf(place, channel)
  return (texts[key] ?? '').trim() !== '' || (files[key]?.length ?? 0) > 0 || (key === place + EMAIL && mails[place] !== undefined)
}

export function isAnyDrafted(drafts: Drafts, place: Place): boolean {
  if (gathered?.of !== drafts) gathered = { of: drafts, places: placesIn(drafts) }
  return gathered.places.has(place)
}

/// Each letter typed asks for every conversation of the list: what all drafts say is gathered once for each letter.
let gathered: { readonly of: Drafts; readonly places: ReadonlySet<Place> } | null = null

function placesIn({ texts, mails, files }: Drafts): ReadonlySet<Place> {
  const written = Object.keys(texts).filter((key) => texts[key]?.trim() !== '')
  const places = [...Object.keys(files), ...written].map((key) => key.slice(0, key.lastIndexOf('.')))
  return new Set([...places, ...Object.keys(mails)])
}

/// What was kept before there were channels was written for the web chat.
function withChannels(texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key.includes('.') ? key : key + WEB, text]))
}
