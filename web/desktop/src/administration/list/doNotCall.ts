import type { Given } from '../../api/operations.ts'
import { isName, wholeNumber, wrongOf } from '../checks.ts'
import type { Wrong } from '../drafts.ts'
import type { DoNotCallKind, DoNotCallView } from './types.ts'

/// A do-not-call list as it is being written. `field` counts for the kind FIELD alone.
export interface DoNotCallDraft {
  readonly name: string
  readonly kind: DoNotCallKind
  readonly field: string
  readonly expires: string
  readonly everywhere: boolean
  readonly fed: boolean
}

const MOST_DAYS = 3_650

export const EMPTY_DO_NOT_CALL: DoNotCallDraft = { name: '', kind: 'NUMBER', field: '', expires: '90', everywhere: true, fed: true }

export function draftOfDoNotCall({ list }: DoNotCallView): DoNotCallDraft {
  return { name: list.name, kind: list.kind, field: list.field ?? '', expires: String(list.expiresDays), everywhere: list.everywhere, fed: list.fed }
}

export function wishOfDoNotCall(draft: DoNotCallDraft): Given<'POST', '/api/do-not-call'>['body'] {
  return {
    name: draft.name,
    kind: draft.kind,
    field: draft.kind === 'FIELD' ? draft.field.trim() : null,
    expiresDays: wholeNumber(draft.expires, 0, MOST_DAYS) ?? 0,
    everywhere: draft.everywhere,
    fed: draft.fed && draft.kind === 'NUMBER',
  }
}

export function wrongDoNotCall(draft: DoNotCallDraft): Wrong<DoNotCallDraft> {
  return wrongOf<DoNotCallDraft>({
    name: isName(draft.name) ? null : 'admin.nameWrong',
    field: draft.kind === 'FIELD' && !isName(draft.field) ? 'doNotCall.fieldWrong' : null,
    expires: wholeNumber(draft.expires, 0, MOST_DAYS) === null ? 'doNotCall.expiresWrong' : null,
  })
}

/// The field that a refusal of the server is about.
export const DO_NOT_CALL_FIELDS: Readonly<Record<string, keyof DoNotCallDraft>> = {
  'name-invalid': 'name',
  'name-taken': 'name',
  'field-invalid': 'field',
  'expires-invalid': 'expires',
}
