import { TextInput } from '@mantine/core'
import { send } from '../api/http.ts'
import type { RetentionRule } from '../api/types.ts'
import { useFormats } from '../i18n/formats.ts'
import type { MessageKey } from '../i18n/language.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { wholeNumber, wrongOf } from './checks.ts'
import { useDraft, type Wrong } from './drafts.ts'
import { Group, ltrOnceWritten } from './fields.tsx'
import { useReadAgain, useRetention } from './queries.ts'
import { Reading, Sheet } from './Sheet.tsx'

const MOST_DAYS = 36_500

/// Days as they are being written; empty: for ever.
interface RetentionDraft {
  readonly recordings: string
  readonly conversations: string
  readonly rawItems: string
}

const FIELDS: readonly { readonly field: keyof RetentionDraft; readonly kind: RetentionRule['kind']; readonly heading: MessageKey; readonly hint: MessageKey }[] = [
  { field: 'recordings', kind: 'RECORDINGS', heading: 'retention.recordings', hint: 'retention.recordingsHint' },
  { field: 'conversations', kind: 'CONVERSATIONS', heading: 'retention.conversations', hint: 'retention.conversationsHint' },
  { field: 'rawItems', kind: 'RAW_ITEMS', heading: 'retention.rawItems', hint: 'retention.rawItemsHint' },
]

/// How long recordings, conversations and raw items are kept.
export function RetentionSection() {
  const { data, error } = useRetention()
  return data === undefined ? <Reading error={error} /> : <RetentionForm rules={data} />
}

/// Null: for ever.
function days(text: string): number | null {
  return wholeNumber(text, 1, MOST_DAYS)
}

function wrongDays(draft: RetentionDraft): Wrong<RetentionDraft> {
  const wrong = (text: string) => (text.trim() !== '' && days(text) === null ? ('retention.daysWrong' as const) : null)
  return wrongOf<RetentionDraft>({ recordings: wrong(draft.recordings), conversations: wrong(draft.conversations), rawItems: wrong(draft.rawItems) })
}

function RetentionForm({ rules }: { readonly rules: readonly RetentionRule[] }) {
  const t = useT()
  const readAgain = useReadAgain()
  const ruleOf = (kind: RetentionRule['kind']) => rules.find((one) => one.kind === kind)
  const written = (kind: RetentionRule['kind']) => String(ruleOf(kind)?.days ?? '')
  const before: RetentionDraft = { recordings: written('RECORDINGS'), conversations: written('CONVERSATIONS'), rawItems: written('RAW_ITEMS') }
  const draft = useDraft<RetentionDraft>('retention', before, {
    check: wrongDays,
    fields: {},
    save: async (one) => {
      await send('PUT', '/api/retention', {
        body: { recordings: days(one.recordings), conversations: days(one.conversations), rawItems: days(one.rawItems) },
      })
      await readAgain()
    },
  })
  const shortens = FIELDS.some(({ field }) => draft.value[field] !== before[field] && days(draft.value[field]) !== null)
  return (
    <div className="admin-single">
      <Sheet draft={draft} title={<Say k="retention.title" />} subtitle={<Say k="retention.text" />}>
        {FIELDS.map(({ field, kind, heading, hint }) => (
          <Group key={field} heading={heading} hint={hint}>
            <TextInput
              label={<Say k="retention.days" />}
              placeholder={t('retention.forEver')}
              value={draft.value[field]}
              error={draft.at(field)}
              inputMode="numeric"
              maxLength={6}
              data-testid={`retention-${field}`}
              {...ltrOnceWritten(draft.value[field])}
              onChange={(event) => draft.set({ [field]: event.currentTarget.value })}
            />
            <Removed rule={ruleOf(kind)} />
          </Group>
        ))}
        {shortens && (
          <p className="admin-error retention-warning" role="alert" data-testid="retention-warning">
            <Say k="retention.warning" />
          </p>
        )}
      </Sheet>
    </div>
  )
}

function Removed({ rule }: { readonly rule: RetentionRule | undefined }) {
  const formats = useFormats()
  return (
    <p className="meta muted">
      {rule === undefined || rule.removedAt === null ? (
        <Say k="retention.removedNone" />
      ) : (
        <Say k="retention.removed" values={{ count: rule.removed, day: formats.day(rule.removedAt) }} />
      )}
    </p>
  )
}
