import { Button, TextInput } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { send } from '../../api/http.ts'
import type { Id } from '../../api/types.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { written } from '../../i18n/written.ts'
import { forgetDraft, useDraft } from '../drafts.ts'
import { Choose, Group, Pair } from '../fields.tsx'
import { useByName, useCountryName } from '../names.ts'
import { useKept, useReadAgain } from '../queries.ts'
import { RemoveButton } from '../RemoveButton.tsx'
import { Sheet } from '../Sheet.tsx'
import { COUNTRIES } from './countries.ts'
import { draftOfList, emptyList, LIST_FIELDS, type ListDraft, wishOfList, wrongList } from './draft.ts'
import { FieldsEditor } from './FieldsEditor.tsx'
import { ImportsLog } from './ImportsLog.tsx'
import { ImportPanel } from './ImportPanel.tsx'
import { RecordsPanel } from './RecordsPanel.tsx'
import type { ListView } from './types.ts'

interface Props {
  /// Null while it is not there yet.
  readonly list: ListView | null
  readonly onMade: (id: Id) => void
}

export function ListForm({ list, onMade }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const readAgain = useReadAgain()
  const kept = useKept(onMade)
  const countryName = useCountryName()
  const byName = useByName()
  const [importing, setImporting] = useState(false)
  const form = `lists ${list?.id ?? 'new'}`
  const empty = emptyList({ phone: t('lists.type.PHONE'), first: t('lists.type.FIRST_NAME'), last: t('lists.type.LAST_NAME') })
  const draft = useDraft<ListDraft>(form, list === null ? empty : draftOfList(list), {
    check: wrongList,
    fields: LIST_FIELDS,
    save: async (one) => {
      const body = wishOfList(one)
      await kept(
        list === null
          ? send('POST', '/api/lists', { body })
          : send('PUT', '/api/lists/{list}', { path: { list: list.id }, body }).then(() => null),
      )
    },
  })
  const { value, set, at } = draft
  if (importing && list !== null) return <ImportPanel list={list} onClose={() => setImporting(false)} />
  const countries = [...new Set([...COUNTRIES, value.region])]
  return (
    <Sheet
      draft={draft}
      fresh={list === null}
      title={list === null ? <Say k="lists.new" /> : <bdi>{list.name}</bdi>}
      {...(list === null ? { onDiscard: () => void navigate('/administration/lists') } : {})}
      actions={
        list !== null && (
          <span className="row g6">
            <RemoveButton
              name={<bdi>{list.name}</bdi>}
              consequence={<Say k="lists.remove" />}
              remove={async () => {
                await send('DELETE', '/api/lists/{list}', { path: { list: list.id } })
                forgetDraft(form)
                await readAgain()
              }}
              onRemoved={() => void navigate('/administration/lists')}
            />
            <Button size="xs" variant="filled" leftSection={<IconUpload size={14} aria-hidden />} data-testid="list-import" disabled={draft.changes > 0} onClick={() => setImporting(true)}>
              <Say k="lists.import" />
            </Button>
          </span>
        )
      }
    >
      {list !== null && <RecordsPanel list={list} />}
      {list !== null && <ImportsLog list={list.id} />}
      <Group heading="lists.what" hint="lists.whatHint">
        <TextInput
          label={<Say k="admin.name" />}
          value={value.name}
          error={at('name')}
          maxLength={200}
          data-testid="list-name"
          {...written(value.name)}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <Pair>
          <Choose
            label={<Say k="admin.country" />}
            description={<Say k="lists.countryHint" />}
            value={value.region}
            error={at('region')}
            searchable
            nothingFoundMessage={t('admin.noneFound')}
            data={byName(countries, countryName).map((code) => ({ value: code, label: countryName(code) }))}
            data-testid="list-country"
            onChange={(region) => region !== null && set({ region })}
          />
          <Choose
            label={<Say k="lists.type.TIME_ZONE" />}
            description={<Say k="lists.zoneHint" />}
            value={value.zone}
            error={at('zone')}
            searchable
            limit={50}
            nothingFoundMessage={t('admin.noneFound')}
            data={[...new Set([...Intl.supportedValuesOf('timeZone'), value.zone])]}
            data-testid="list-zone"
            onChange={(zone) => zone !== null && set({ zone })}
          />
        </Pair>
        <Pair>
          <TextInput
            label={<Say k="lists.expires" />}
            description={<Say k="lists.expiresHint" />}
            value={value.expires}
            error={at('expires')}
            inputMode="numeric"
            data-testid="list-expires"
            onChange={(event) => set({ expires: event.currentTarget.value })}
          />
          <Choose
            label={<Say k="lists.expiresAfter" />}
            description={<Say k="lists.expiresAfterHint" />}
            value={value.expiresAfter ?? ''}
            data={[
              { value: '', label: t('lists.insertion') },
              ...value.fields.filter((field) => field.type === 'DATE_TIME').map((field) => ({ value: field.name, label: field.name })),
            ]}
            onChange={(name) => set({ expiresAfter: name === null || name === '' ? null : name })}
          />
        </Pair>
      </Group>
      <Group heading="lists.fields" hint="lists.fieldsHint">
        <FieldsEditor fields={value.fields} error={at('fields')} onChange={(fields) => set({ fields })} />
      </Group>
    </Sheet>
  )
}
