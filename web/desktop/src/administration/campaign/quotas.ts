import type { Id } from '../../api/types.ts'
import type { MessageKey } from '../../i18n/language.ts'
import { decimal, wholeNumber } from '../checks.ts'
import type { Quota } from './types.ts'

/// A quota as it is being written, with room for whatever it may count by.
export interface QuotaDraft {
  readonly of: Quota['of']
  readonly most: string
  readonly disposition: Id | null
  readonly field: string
  readonly value: string
  readonly from: string
  readonly to: string
}

export const MOST_QUOTAS = 100
const MOST_SUCCESSES = 1_000_000

export const NEW_QUOTA: QuotaDraft = { of: 'all', most: '100', disposition: null, field: '', value: '', from: '', to: '' }

export function draftOfQuota(one: Quota): QuotaDraft {
  const draft = { ...NEW_QUOTA, of: one.of, most: String(one.most) }
  switch (one.of) {
    case 'all':
      return draft
    case 'disposition':
      return { ...draft, disposition: one.disposition }
    case 'value':
      return { ...draft, field: one.field, value: one.value }
    case 'range':
      return { ...draft, field: one.field, from: String(one.from), to: String(one.to) }
  }
}

/// What is sent of one that `wrongQuotas` has found right.
export function quotaOf(draft: QuotaDraft): Quota {
  const most = wholeNumber(draft.most, 1, MOST_SUCCESSES) ?? 1
  switch (draft.of) {
    case 'all':
      return { of: 'all', most }
    case 'disposition':
      return { of: 'disposition', disposition: draft.disposition ?? '', most }
    case 'value':
      return { of: 'value', field: draft.field, value: draft.value.trim(), most }
    case 'range':
      return { of: 'range', field: draft.field, from: decimal(draft.from) ?? 0, to: decimal(draft.to) ?? 0, most }
  }
}

/// The first thing that is wrong about them, in words; null: nothing.
export function wrongQuotas(all: readonly QuotaDraft[]): MessageKey | null {
  for (const one of all) {
    const wrong = wrongQuota(one)
    if (wrong !== null) return wrong
  }
  return null
}

function wrongQuota(one: QuotaDraft): MessageKey | null {
  if (wholeNumber(one.most, 1, MOST_SUCCESSES) === null) return 'campaign.quotaMostWrong'
  switch (one.of) {
    case 'all':
      return null
    case 'disposition':
      return one.disposition === null ? 'campaign.quotaResultMissing' : null
    case 'value':
      return one.field === '' ? 'campaign.quotaFieldMissing' : one.value.trim() === '' ? 'campaign.quotaValueMissing' : null
    case 'range': {
      if (one.field === '') return 'campaign.quotaFieldMissing'
      const from = decimal(one.from)
      const to = decimal(one.to)
      return from === null || to === null || from > to ? 'campaign.quotaRangeWrong' : null
    }
  }
}
