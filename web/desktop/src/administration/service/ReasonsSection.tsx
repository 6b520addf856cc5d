import './service.css'
import { TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconCoffee } from '@tabler/icons-react'
import { useNavigate } from 'react-router'
import { get, send } from '../../api/http.ts'
import type { Id } from '../../api/types.ts'
import { choiceName } from '../../i18n/choices.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { written } from '../../i18n/written.ts'
import { useCommand } from '../../shell/useCommand.ts'
import { wrongOf } from '../checks.ts'
import { forgetDraft, useDraft } from '../drafts.ts'
import { Group } from '../fields.tsx'
import { Listed } from '../Listed.tsx'
import { useKept, useReadAgain } from '../queries.ts'
import { RemoveButton, useAgain } from '../RemoveButton.tsx'
import { None, Reading, Sheet } from '../Sheet.tsx'
import { type ReasonView, useReasons } from './queries.ts'

/// Why agents say that they are not ready.
export function ReasonsSection({ item }: { readonly item: Id | 'new' | null }) {
  const t = useT()
  const navigate = useNavigate()
  const { data, error } = useReasons()
  if (data === undefined) return <Reading error={error} />
  const open = data.find((one) => one.id === item)
  return (
    <div className="admin-split">
      <Listed
        section="reasons"
        find="reasons.find"
        create="admin.new"
        entries={data.map((one, index) => ({
          id: one.id,
          words: choiceName(one, t),
          title: <bdi>{choiceName(one, t)}</bdi>,
          detail: <Say k="reasons.place" values={{ number: index + 1 }} />,
        }))}
      />
      {item === 'new' ? (
        <ReasonForm key="new" stored={null} all={data} onMade={(id) => void navigate(`/administration/reasons/${id}`, { replace: true })} />
      ) : open !== undefined ? (
        <ReasonForm key={open.id} stored={open} all={data} onMade={() => undefined} />
      ) : (
        <None
          art={<IconCoffee size={32} stroke={1.4} aria-hidden />}
          heading={item === null ? 'reasons.chooseTitle' : 'admin.goneTitle'}
          text={item === null ? 'reasons.chooseText' : 'admin.goneText'}
        />
      )}
    </div>
  )
}

interface Props {
  /// Null: one that is being made.
  readonly stored: ReasonView | null
  readonly all: readonly ReasonView[]
  readonly onMade: (id: Id) => void
}

function ReasonForm({ stored, all, onMade }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const kept = useKept(onMade)
  const own = stored?.code ?? null
  const draft = useDraft<{ readonly name: string }>(`reasons ${stored?.id ?? 'new'}`, { name: stored?.name ?? '' }, {
    check: (one) => wrongOf<{ readonly name: string }>({ name: one.name.trim() === '' && own === null ? 'problem.reasonName' : null }),
    fields: { 'reason-name-invalid': 'name', 'reason-name-taken': 'name' },
    save: async ({ name }) => {
      const body = { name: name.trim() === '' ? null : name.trim() }
      await kept(
        stored === null
          ? send('POST', '/api/not-ready-reasons', { body })
          : send('PUT', '/api/not-ready-reasons/{reason}', { path: { reason: stored.id }, body }).then(() => null),
      )
    },
  })
  const { value, set, at } = draft
  return (
    <Sheet
      draft={draft}
      fresh={stored === null}
      title={stored === null ? <Say k="reasons.new" /> : <bdi>{choiceName(stored, t)}</bdi>}
      {...(stored === null ? { onDiscard: () => void navigate('/administration/reasons') } : { actions: <Remove reason={stored} all={all} /> })}
    >
      <Group heading="reasons.what" hint="reasons.whatHint">
        <TextInput
          label={<Say k="reasons.name" />}
          {...(own === null ? {} : { description: <Say k="result.nameHint" />, placeholder: choiceName({ name: null, code: own }, t) })}
          value={value.name}
          error={at('name')}
          maxLength={100}
          {...written(value.name)}
          data-testid="reason-name"
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
      </Group>
      {stored !== null && all.length > 1 && (
        <Group heading="reasons.order" hint="reasons.orderHint">
          <Move reason={stored} all={all} />
        </Group>
      )}
    </Sheet>
  )
}

/// One that Hiwar has brought has its name in every language, which nobody can give it again.
function Remove({ reason, all }: { readonly reason: ReasonView; readonly all: readonly ReasonView[] }) {
  const t = useT()
  const navigate = useNavigate()
  const readAgain = useReadAgain()
  const again = useAgain('reasons')
  const make = async () => {
    const made = await send('POST', '/api/not-ready-reasons', { body: { name: reason.name } })
    const ids = (await get('/api/not-ready-reasons')).map((one) => one.id).filter((id) => id !== made.id)
    ids.splice(all.indexOf(reason), 0, made.id)
    await send('PUT', '/api/not-ready-reasons', { body: { reasons: ids } })
    return made
  }
  return (
    <RemoveButton
      name={<bdi>{choiceName(reason, t)}</bdi>}
      consequence={<Say k="reasons.removeHint" />}
      remove={async () => {
        await send('DELETE', '/api/not-ready-reasons/{reason}', { path: { reason: reason.id } })
        forgetDraft(`reasons ${reason.id}`)
        await readAgain()
      }}
      onRemoved={() => void navigate('/administration/reasons')}
      again={reason.code !== null ? undefined : again(choiceName(reason, t), make)}
    />
  )
}

/// One place up or down; done at once.
function Move({ reason, all }: { readonly reason: ReasonView; readonly all: readonly ReasonView[] }) {
  const t = useT()
  const readAgain = useReadAgain()
  const place = all.findIndex((one) => one.id === reason.id)
  const { run, busy } = useCommand(async (by: number) => {
    const ids = all.map((one) => one.id)
    ids.splice(place + by, 0, ...ids.splice(place, 1))
    await send('PUT', '/api/not-ready-reasons', { body: { reasons: ids } })
    await readAgain()
  })
  return (
    <div className="row">
      <button
        type="button"
        className="ib"
        disabled={busy || place === 0}
        aria-label={t('reasons.up')}
        title={t('reasons.up')}
        data-testid="reason-up"
        onClick={() => void run(-1)}
      >
        <IconArrowUp size={16} aria-hidden />
      </button>
      <button
        type="button"
        className="ib"
        disabled={busy || place === all.length - 1}
        aria-label={t('reasons.down')}
        title={t('reasons.down')}
        data-testid="reason-down"
        onClick={() => void run(1)}
      >
        <IconArrowDown size={16} aria-hidden />
      </button>
      <span className="meta muted" data-testid="reason-place">
        <Say k="reasons.placeOf" values={{ number: place + 1, count: all.length }} />
      </span>
    </div>
  )
}
