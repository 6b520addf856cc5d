import { create } from 'zustand'
import { Problem, uploadFile, uuid } from '../api/http.ts'
import { draftOf, drafts } from '../conversation/drafts.ts'

/// Files on their way to the server, each with how much of it is there. They go on while the agent looks elsewhere; what
/// has arrived belongs to the draft.

export interface Upload {
  readonly id: string
  readonly name: string
  readonly bytes: number
  /// Between 0 and 1.
  readonly done: number
  /// Why it did not go, in a code; null while it goes.
  readonly problem: string | null
}

const useUploads = create<Readonly<Record<string, readonly Upload[]>>>(() => ({}))
const none: readonly Upload[] = []
const stopping = new Map<string, AbortController>()

export function useUploadsOf(draft: string): readonly Upload[] {
  return useUploads((all) => all[draft] ?? none)
}

export function useIsUploading(draft: string): boolean {
  return useUploads((all) => (all[draft] ?? none).some((one) => one.problem === null))
}

/// As much as the server takes of one file.
export const MOST_BYTES = 25 * 1024 * 1024

function set(draft: string, how: (uploads: readonly Upload[]) => readonly Upload[]): void {
  useUploads.setState((all) => ({ [draft]: how(all[draft] ?? none) }))
}

function change(draft: string, id: string, changed: Partial<Upload>): void {
  set(draft, (uploads) => uploads.map((one) => (one.id === id ? { ...one, ...changed } : one)))
}

export const uploads = {
  /// `most` is how many one message carries.
  begin(place: string, channel: string, files: readonly File[], most: number): void {
    const draft = draftOf(place, channel)
    for (const file of files) {
      const taken = drafts.files(place, channel).length + (useUploads.getState()[draft] ?? none).filter((one) => one.problem === null).length
      const problem = file.size > MOST_BYTES ? 'file-too-large' : taken >= most ? 'files-too-many' : null
      const one: Upload = { id: uuid(), name: file.name, bytes: file.size, done: 0, problem }
      set(draft, (uploads) => [...uploads, one])
      if (problem === null) void bring(place, channel, one, file)
    }
  },

  drop(draft: string, id: string): void {
    stopping.get(id)?.abort()
    set(draft, (uploads) => uploads.filter((one) => one.id !== id))
  },
}

async function bring(place: string, channel: string, { id, name }: Upload, file: File): Promise<void> {
  const draft = draftOf(place, channel)
  const stop = new AbortController()
  stopping.set(id, stop)
  try {
    const view = await uploadFile(`/api/attachments?name=${encodeURIComponent(name)}`, file, (done) => change(draft, id, { done }), stop.signal)
    if (stop.signal.aborted) return
    drafts.attach(place, channel, [...drafts.files(place, channel), view])
    set(draft, (uploads) => uploads.filter((one) => one.id !== id))
  } catch (error) {
    change(draft, id, { problem: error instanceof Problem ? error.code : 'unreachable' })
  } finally {
    stopping.delete(id)
  }
}
