import { create } from 'zustand'
import { Problem, send } from '../api/http.ts'
import type { ConversationView, Id, InteractionView } from '../api/types.ts'
import { keep, recall } from '../session/storage.ts'

/// Notes and disposition while they are being edited: saved by themselves, a moment after the last change.
/// What the server says holds again as soon as it says what was typed here.

export interface Edit {
  readonly notes: string
  readonly disposition: Id | null
  readonly saving: 'TYPED' | 'SENT' | 'SAVED' | 'FAILED'
  /// Local clock, ms; null before the first saving.
  readonly savedAt: number | null
  readonly problem: string | null
}

type Edits = Readonly<Record<Id, Edit>>

export const useEdits = create<Edits>(() => ({}))

const SAVE_AFTER_MS = 600
const TRY_AGAIN_MS = 2_000
const timers = new Map<Id, ReturnType<typeof setTimeout>>()

/// For this long after saving, the server's word may still be on its way.
const ECHO_MS = 5_000

/// What the dock shows: the edit, if there is one, else what the server knows.
function noted(interaction: InteractionView, edit: Edit | undefined): Pick<Edit, 'notes' | 'disposition'> {
  const settled = edit?.saving === 'SAVED' && Date.now() - (edit.savedAt ?? 0) > ECHO_MS
  return edit === undefined || settled
    ? { notes: interaction.notes, disposition: interaction.disposition }
    : { notes: edit.notes, disposition: edit.disposition }
}

/// What the dock shows of an interaction of the conversation. What is over and of which nothing is noted shows what was
/// noted of another one that is over: who writes notes while the customer still chats writes about all of it, whichever
/// of the interactions is the newest in the end.
export function shown(conversation: ConversationView, interaction: InteractionView, all: Edits): Pick<Edit, 'notes' | 'disposition'> {
  const own = noted(interaction, all[interaction.id])
  if (interaction.state !== 'WRAP_UP' || all[interaction.id] !== undefined || isSaid(own)) return own
  const said = conversation.interactions
    .filter((one) => one.state === 'WRAP_UP')
    .map((one) => noted(one, all[one.id]))
    .findLast(isSaid)
  if (said === undefined) return own
  const fits = interaction.dispositions.some((one) => one.id === said.disposition)
  return { notes: said.notes, disposition: fits ? said.disposition : null }
}

function isSaid({ notes, disposition }: Pick<Edit, 'notes' | 'disposition'>): boolean {
  return notes !== '' || disposition !== null
}

const STORAGE = 'notes.'
let user: Id | null = null

type Unsaved = Pick<Edit, 'notes' | 'disposition'>

/// Puts an edit in place, and keeps it in the browser until it is saved.
function put(id: Id, edit: Edit): void {
  useEdits.setState({ [id]: edit })
  if (user === null) return
  const unsaved: Unsaved = { notes: edit.notes, disposition: edit.disposition }
  keep(user, STORAGE + id, edit.saving === 'SAVED' ? null : unsaved)
}

export const edits = {
  /// What an earlier page of this user could not save any more is saved now.
  open(by: Id): void {
    user = by
    for (const [id, unsaved] of Object.entries(recall<Unsaved>(by, STORAGE))) {
      put(id, { ...unsaved, saving: 'TYPED', savedAt: null, problem: null })
      plan(id, SAVE_AFTER_MS)
    }
  },

  close(): void {
    for (const timer of timers.values()) clearTimeout(timer)
    timers.clear()
    user = null
    useEdits.setState({}, true)
  },

  change(interaction: InteractionView, changed: Partial<Pick<Edit, 'notes' | 'disposition'>>): void {
    const id = interaction.id
    const edit = useEdits.getState()[id]
    put(id, {
      ...noted(interaction, edit),
      ...changed,
      saving: 'TYPED',
      savedAt: edit?.savedAt ?? null,
      problem: null,
    })
    plan(id, SAVE_AFTER_MS)
  },

  /// Saves what is not saved yet, now.
  async flush(id: Id): Promise<void> {
    clearTimeout(timers.get(id))
    timers.delete(id)
    await save(id)
  },

  /// What is saved, and no longer in this agent's hands, is forgotten; what is not saved yet goes on being saved.
  keepOnly(held: ReadonlySet<Id>): void {
    const all = useEdits.getState()
    const kept = Object.entries(all).filter(([id, edit]) => edit.saving !== 'SAVED' || held.has(id))
    if (kept.length < Object.keys(all).length) useEdits.setState(Object.fromEntries(kept), true)
  },

  /// The interaction is over: nothing of it is edited any more.
  forget(id: Id): void {
    clearTimeout(timers.get(id))
    timers.delete(id)
    const { [id]: _, ...others } = useEdits.getState()
    useEdits.setState(others, true)
    if (user !== null) keep(user, STORAGE + id, null)
  },
}

function plan(id: Id, ms: number): void {
  clearTimeout(timers.get(id))
  timers.set(id, setTimeout(() => void save(id), ms))
}

async function save(id: Id): Promise<void> {
  const edit = useEdits.getState()[id]
  if (edit === undefined || edit.saving === 'SAVED' || edit.saving === 'SENT') return
  put(id, { ...edit, saving: 'SENT' })
  try {
    await send('PUT', '/api/interactions/{interaction}/notes', {
      path: { interaction: id },
      body: { notes: edit.notes, disposition: edit.disposition },
    })
    settle(id, edit, { saving: 'SAVED', savedAt: Date.now(), problem: null })
  } catch (error) {
    const problem = error instanceof Problem ? error : null
    settle(id, edit, { saving: 'FAILED', problem: problem?.code ?? null })
    if (problem === null || problem.status >= 500) plan(id, TRY_AGAIN_MS)
    // What belongs to this agent no more cannot be saved by waiting.
    else if (problem.status === 404) edits.forget(id)
  }
}

/// What was typed while the answer was on its way stays to be saved.
function settle(id: Id, sent: Edit, outcome: Partial<Edit>): void {
  const now = useEdits.getState()[id]
  if (now === undefined) return
  const unchanged = now.notes === sent.notes && now.disposition === sent.disposition
  if (unchanged) {
    put(id, { ...now, ...outcome })
    return
  }
  put(id, { ...now, savedAt: outcome.savedAt ?? now.savedAt, saving: 'TYPED' })
  plan(id, SAVE_AFTER_MS)
}
