import { TextInput } from '@mantine/core'
import { useNavigate } from 'react-router'
import { send } from '../api/http.ts'
import type { Id, NumberChoices, NumberView, TrunkView } from '../api/types.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { latinDigits, wrongOf } from './checks.ts'
import { forgetDraft, useDraft, type Wrong } from './drafts.ts'
import { Choose, Group, ltrOnceWritten } from './fields.tsx'
import { useLanguageName } from '../i18n/languageName.ts'
import { useByName } from './names.ts'
import { useKept, useReadAgain } from './queries.ts'
import { RemoveButton, useAgain } from './RemoveButton.tsx'
import { Sheet } from './Sheet.tsx'

interface Props {
  /// Null while it is not there yet.
  readonly number: NumberView | null
  readonly trunks: readonly TrunkView[]
  readonly choices: NumberChoices
  readonly onMade: (id: Id) => void
}

/// Ids are null until something is chosen; the language is empty for any.
interface NumberDraft {
  readonly trunk: Id | null
  readonly number: string
  readonly service: Id | null
  readonly language: string
}

const FIELDS: Readonly<Record<string, keyof NumberDraft>> = {
  'trunk-unknown': 'trunk',
  'number-invalid': 'number',
  'number-emergency': 'number',
  'number-taken': 'number',
  'numbers-too-many': 'number',
  'service-unknown': 'service',
  'language-unspoken': 'language',
}

function wrongNumber(draft: NumberDraft): Wrong<NumberDraft> {
  return wrongOf<NumberDraft>({
    trunk: draft.trunk === null ? 'admin.trunkMissing' : null,
    number: /\d/.test(latinDigits(draft.number)) ? null : 'admin.numberMissing',
    service: draft.service === null ? 'admin.serviceMissing' : null,
  })
}

export function NumberForm({ number, trunks, choices, onMade }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const readAgain = useReadAgain()
  const kept = useKept(onMade)
  const again = useAgain('numbers')
  const byName = useByName()
  const languageName = useLanguageName()
  const form = `numbers ${number?.id ?? 'new'}`
  const stored: NumberDraft =
    number === null
      ? { trunk: only(trunks), number: '', service: only(choices.services), language: '' }
      : { trunk: number.trunk, number: number.number, service: number.service, language: number.language ?? '' }
  const draft = useDraft<NumberDraft>(form, stored, {
    check: wrongNumber,
    fields: FIELDS,
    save: async ({ trunk, number: written, service, language }) => {
      if (trunk === null || service === null) return
      const to = { service, language: language === '' ? null : language }
      await kept(
        number === null
          ? send('POST', '/api/phone-numbers', { body: { trunk, number: latinDigits(written), ...to } })
          : send('PUT', '/api/phone-numbers/{number}', { path: { number: number.id }, body: to }).then(() => null),
      )
    },
  })
  const { value, set, at } = draft
  const over = trunks.find((one) => one.id === number?.trunk)
  return (
    <Sheet
      draft={draft}
      fresh={number === null}
      title={number === null ? <Say k="admin.newNumber" /> : <Ltr>{number.number}</Ltr>}
      subtitle={over === undefined ? undefined : <Say k="admin.overTrunk" values={{ name: <bdi key="n">{over.name}</bdi> }} />}
      {...(number === null ? { onDiscard: () => void navigate('/administration/numbers') } : {})}
      actions={
        number !== null && (
          <RemoveButton
            name={<Ltr>{number.number}</Ltr>}
            consequence={<Say k="admin.removeNumber" />}
            remove={async () => {
              await send('DELETE', '/api/phone-numbers/{number}', { path: { number: number.id } })
              forgetDraft(form)
              await readAgain()
            }}
            onRemoved={() => void navigate('/administration/numbers')}
            again={again(number.number, () => {
              const { trunk, service, language } = number
              return send('POST', '/api/phone-numbers', { body: { trunk, number: number.number, service, language } })
            })}
          />
        )
      }
    >
      {number === null && (
        <Group heading="admin.theNumber" hint="admin.theNumberHint">
          <TextInput
            label={<Say k="admin.number" />}
            description={<Say k="admin.numberHint" />}
            value={value.number}
            error={at('number')}
            type="tel"
            maxLength={40}
            data-testid="number-number"
            {...ltrOnceWritten(value.number)}
            onChange={(event) => set({ number: event.currentTarget.value })}
          />
          <Choose
            label={<Say k="admin.trunk" />}
            description={<Say k="admin.trunkHint" />}
            value={value.trunk}
            error={at('trunk')}
            placeholder={t('admin.choose')}
            data={trunks.map((one) => ({ value: one.id, label: one.name }))}
            data-testid="number-trunk"
            onChange={(trunk) => set({ trunk })}
          />
        </Group>
      )}
      <Group heading="admin.where" hint="admin.whereHint">
        <Choose
          label={<Say k="admin.service" />}
          value={value.service}
          error={at('service')}
          placeholder={t('admin.choose')}
          searchable={choices.services.length > 10}
          data={choices.services.map((one) => ({ value: one.id, label: one.name }))}
          data-testid="number-service"
          onChange={(service) => set({ service })}
        />
        <Choose
          label={<Say k="admin.language" />}
          description={<Say k="admin.languageHint" />}
          value={value.language}
          error={at('language')}
          data={[
            { value: '', label: t('admin.anyLanguage') },
            ...byName(choices.languages, languageName).map((tag) => ({ value: tag, label: languageName(tag) })),
          ]}
          data-testid="number-language"
          onChange={(language) => set({ language: language ?? '' })}
        />
      </Group>
    </Sheet>
  )
}

/// What need not be asked because there is no choice.
function only(all: readonly { readonly id: Id }[]): Id | null {
  return all.length === 1 ? (all[0]?.id ?? null) : null
}
