import { TextInput } from '@mantine/core'
import { useNavigate } from 'react-router'
import { send } from '../../api/http.ts'
import type { Id } from '../../api/types.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { written } from '../../i18n/written.ts'
import { forgetDraft, useDraft } from '../drafts.ts'
import { Choose, Group, Pair, Switched } from '../fields.tsx'
import { useReadAgain } from '../queries.ts'
import { RemoveButton, useAgain } from '../RemoveButton.tsx'
import { Sheet } from '../Sheet.tsx'
import { DoNotCallEntries } from './DoNotCallEntries.tsx'
import { DO_NOT_CALL_FIELDS, type DoNotCallDraft, draftOfDoNotCall, EMPTY_DO_NOT_CALL, wishOfDoNotCall, wrongDoNotCall } from './doNotCall.ts'
import { DO_NOT_CALL_KINDS, type DoNotCallView, keysOf } from './types.ts'

interface Props {
  /// Null while it is not there yet.
  readonly stored: DoNotCallView | null
  readonly onMade: (id: Id) => void
}

export function DoNotCallForm({ stored, onMade }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const readAgain = useReadAgain()
  const again = useAgain('do-not-call')
  const id = stored?.list.id ?? null
  const form = `do-not-call ${id ?? 'new'}`
  const draft = useDraft<DoNotCallDraft>(form, stored === null ? EMPTY_DO_NOT_CALL : draftOfDoNotCall(stored), {
    check: wrongDoNotCall,
    fields: DO_NOT_CALL_FIELDS,
    save: async (one) => {
      const body = wishOfDoNotCall(one)
      if (id === null) {
        const made = await send('POST', '/api/do-not-call', { body })
        await readAgain()
        onMade(made.list.id)
      } else {
        await send('PUT', '/api/do-not-call/{doNotCall}', { path: { doNotCall: id }, body })
        await readAgain()
      }
    },
  })
  const { value, set, at } = draft
  return (
    <Sheet
      draft={draft}
      fresh={stored === null}
      title={stored === null ? <Say k="lists.new" /> : <bdi>{stored.list.name}</bdi>}
      {...(stored === null ? { onDiscard: () => void navigate('/administration/do-not-call') } : {})}
      actions={
        stored !== null &&
        id !== null && (
          <RemoveButton
            name={<bdi>{stored.list.name}</bdi>}
            consequence={<Say k="doNotCall.remove" />}
            remove={async () => {
              await send('DELETE', '/api/do-not-call/{doNotCall}', { path: { doNotCall: id } })
              forgetDraft(form)
              await readAgain()
            }}
            onRemoved={() => void navigate('/administration/do-not-call')}
            again={stored.entries > 0 ? undefined : again(stored.list.name, () => send('POST', '/api/do-not-call', { body: wishOfDoNotCall(draftOfDoNotCall(stored)) }).then(({ list }) => list))}
          />
        )
      }
    >
      <Group heading="doNotCall.what" hint="doNotCall.whatHint">
        <TextInput
          label={<Say k="admin.name" />}
          value={value.name}
          error={at('name')}
          maxLength={200}
          data-testid="do-not-call-name"
          {...written(value.name)}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <Pair>
          <Choose
            label={<Say k="doNotCall.kind" />}
            value={value.kind}
            disabled={stored !== null}
            data={keysOf(DO_NOT_CALL_KINDS).map((kind) => ({ value: kind, label: t(DO_NOT_CALL_KINDS[kind]) }))}
            data-testid="do-not-call-kind"
            onChange={(kind) => set({ kind: keysOf(DO_NOT_CALL_KINDS).find((one) => one === kind) ?? 'NUMBER' })}
          />
          {value.kind === 'FIELD' ? (
            <TextInput
              label={<Say k="lists.field" />}
              value={value.field}
              data-testid="do-not-call-field"
              error={at('field')}
              disabled={stored !== null}
              maxLength={200}
              {...written(value.field)}
              onChange={(event) => set({ field: event.currentTarget.value })}
            />
          ) : (
            <span />
          )}
        </Pair>
        <Pair>
          <TextInput
            label={<Say k="lists.expires" />}
            description={<Say k="doNotCall.expiresHint" />}
            value={value.expires}
            error={at('expires')}
            inputMode="numeric"
            data-testid="do-not-call-expires"
            onChange={(event) => set({ expires: event.currentTarget.value })}
          />
          <span />
        </Pair>
        <Switched says="doNotCall.everywhere" hint="doNotCall.everywhereHint" on={value.everywhere} testId="do-not-call-everywhere" onChange={(everywhere) => set({ everywhere })} />
        {value.kind === 'NUMBER' && <Switched says="doNotCall.fed" hint="doNotCall.fedHint" on={value.fed} testId="do-not-call-fed" onChange={(fed) => set({ fed })} />}
      </Group>
      {stored !== null && <DoNotCallEntries stored={stored} />}
    </Sheet>
  )
}
