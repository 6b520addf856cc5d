import { TextInput } from '@mantine/core'
import { IconForms } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { get, send } from '../../api/http.ts'
import type { ContactField, Id } from '../../api/types.ts'
import { type MessageKey, useLanguage } from '../../i18n/language.ts'
import { Ltr, Say, useT } from '../../i18n/Say.tsx'
import { LEFT_TO_RIGHT, written } from '../../i18n/written.ts'
import { partsOf } from '../../contact/details/draft.ts'
import { wrongOf } from '../checks.ts'
import { useDraft } from '../drafts.ts'
import { Choose, Group, Pair, Switched } from '../fields.tsx'
import { Listed } from '../Listed.tsx'
import { useKept } from '../queries.ts'
import { None, Reading, Sheet } from '../Sheet.tsx'

const TYPES: Readonly<Record<ContactField['type'], MessageKey>> = {
  TEXT: 'admin.fieldText',
  NUMBER: 'admin.fieldNumber',
  DATE: 'admin.fieldDate',
  CHOICE: 'admin.fieldChoice',
}
const KEY = /^[a-z][a-z0-9]{0,29}$/

/// The fields that contacts have here beside those they have everywhere.
export function ContactFieldsSection({ item }: { readonly item: Id | 'new' | null }) {
  const navigate = useNavigate()
  const language = useLanguage((spoken) => spoken?.language ?? 'en')
  const fields = useQuery({ queryKey: ['admin', 'contact-fields'], queryFn: () => get('/api/contact-fields') })
  if (fields.data === undefined) return <Reading error={fields.error} />
  const open = fields.data.find((one) => one.id === item)
  const nameOf = (one: ContactField) => (language === 'ar' ? one.nameAr : one.nameEn)
  return (
    <div className="admin-split">
      <Listed
        section="contact-fields"
        find="admin.findField"
        create="admin.new"
        entries={fields.data.map((one) => ({
          id: one.id,
          words: `${one.nameAr} ${one.nameEn} ${one.key}`,
          title: <bdi>{nameOf(one)}</bdi>,
          detail: (
            <>
              <Say k={TYPES[one.type]} />
              {' · '}
              <Ltr>{one.key}</Ltr>
              {!one.shown && (
                <>
                  {' · '}
                  <Say k="admin.fieldHidden" />
                </>
              )}
            </>
          ),
        }))}
      />
      {item === 'new' ? (
        <FieldForm key="new" stored={null} title="" onMade={(id) => void navigate(`/administration/contact-fields/${id}`, { replace: true })} />
      ) : open !== undefined ? (
        <FieldForm key={open.id} stored={open} title={nameOf(open)} onMade={() => undefined} />
      ) : (
        <None
          art={<IconForms size={32} stroke={1.4} aria-hidden />}
          heading={item === null ? 'admin.fieldChooseTitle' : 'admin.goneTitle'}
          text={item === null ? 'admin.fieldChooseText' : 'admin.goneText'}
        />
      )}
    </div>
  )
}

interface FieldDraft {
  readonly nameAr: string
  readonly nameEn: string
  readonly key: string
  readonly type: ContactField['type']
  /// With commas between them.
  readonly choices: string
  readonly shown: boolean
}

const FRESH: FieldDraft = { nameAr: '', nameEn: '', key: '', type: 'TEXT', choices: '', shown: true }

interface FormProps {
  readonly stored: ContactField | null
  readonly title: string
  readonly onMade: (id: Id) => void
}

function FieldForm({ stored, title, onMade }: FormProps) {
  const t = useT()
  const navigate = useNavigate()
  const kept = useKept(onMade)
  const before: FieldDraft =
    stored === null
      ? FRESH
      : { nameAr: stored.nameAr, nameEn: stored.nameEn, key: stored.key, type: stored.type, choices: stored.choices.join(', '), shown: stored.shown }
  const draft = useDraft<FieldDraft>(`contact-fields ${stored?.id ?? 'new'}`, before, {
    check: (one) =>
      wrongOf<FieldDraft>({
        nameAr: one.nameAr.trim() === '' ? 'admin.fieldNameMissing' : null,
        nameEn: one.nameEn.trim() === '' ? 'admin.fieldNameMissing' : null,
        key: KEY.test(one.key) ? null : 'admin.fieldKeyWrong',
        choices: one.type === 'CHOICE' && partsOf(one.choices).length === 0 ? 'admin.fieldChoicesMissing' : null,
      }),
    fields: { 'contact-field-taken': 'key', 'contact-field-fixed': 'key' },
    save: async (one) => {
      const body = {
        nameAr: one.nameAr.trim(),
        nameEn: one.nameEn.trim(),
        key: one.key,
        type: one.type,
        choices: one.type === 'CHOICE' ? partsOf(one.choices) : [],
        shown: one.shown,
      }
      await kept(
        stored === null
          ? send('POST', '/api/contact-fields', { body })
          : send('PUT', '/api/contact-fields/{contactField}', { path: { contactField: stored.id }, body }).then(() => null),
      )
    },
  })
  const { value, set, at } = draft
  return (
    <Sheet
      draft={draft}
      fresh={stored === null}
      title={stored === null ? <Say k="admin.newField" /> : <bdi>{title}</bdi>}
      {...(stored === null ? { onDiscard: () => void navigate('/administration/contact-fields') } : {})}
    >
      <Group heading="admin.fieldWhat" hint="admin.fieldWhatHint">
        <Pair>
          <TextInput
            label={<Say k="admin.fieldNameAr" />}
            value={value.nameAr}
            error={at('nameAr')}
            maxLength={60}
            {...written(value.nameAr)}
            data-testid="field-name-ar"
            onChange={(event) => set({ nameAr: event.currentTarget.value })}
          />
          <TextInput
            label={<Say k="admin.fieldNameEn" />}
            value={value.nameEn}
            error={at('nameEn')}
            maxLength={60}
            {...written(value.nameEn)}
            data-testid="field-name-en"
            onChange={(event) => set({ nameEn: event.currentTarget.value })}
          />
        </Pair>
        <TextInput
          label={<Say k="admin.fieldKey" />}
          description={<Say k="admin.fieldKeyHint" />}
          value={value.key}
          error={at('key')}
          maxLength={30}
          disabled={stored !== null}
          {...LEFT_TO_RIGHT}
          data-testid="field-key"
          onChange={(event) => set({ key: event.currentTarget.value.toLowerCase() })}
        />
        <Choose
          label={<Say k="admin.fieldType" />}
          value={value.type}
          disabled={stored !== null}
          data={(Object.keys(TYPES) as ContactField['type'][]).map((type) => ({ value: type, label: t(TYPES[type]) }))}
          data-testid="field-type"
          onChange={(type) => type !== null && set({ type: type as ContactField['type'] })}
        />
        {value.type === 'CHOICE' && (
          <TextInput
            label={<Say k="admin.fieldChoices" />}
            description={<Say k="admin.fieldChoicesHint" />}
            value={value.choices}
            error={at('choices')}
            {...written(value.choices)}
            data-testid="field-choices"
            onChange={(event) => set({ choices: event.currentTarget.value })}
          />
        )}
        <Switched says="admin.fieldShown" hint="admin.fieldShownHint" on={value.shown} testId="field-shown" onChange={(shown) => set({ shown })} />
      </Group>
    </Sheet>
  )
}
