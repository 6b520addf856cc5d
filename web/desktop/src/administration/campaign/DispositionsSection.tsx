import './campaign.css'
import '../template/template.css'
import { TextInput } from '@mantine/core'
import { IconChecklist } from '@tabler/icons-react'
import { useNavigate } from 'react-router'
import { send } from '../../api/http.ts'
import type { Id } from '../../api/types.ts'
import { choiceName } from '../../i18n/choices.ts'
import type { MessageKey } from '../../i18n/language.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { written } from '../../i18n/written.ts'
import { wrongOf } from '../checks.ts'
import { useDraft } from '../drafts.ts'
import { Choose, Group, Switched } from '../fields.tsx'
import { Listed } from '../Listed.tsx'
import { useKept } from '../queries.ts'
import { None, Reading, Sheet } from '../Sheet.tsx'
import { type ServiceLine, useServices } from '../service/queries.ts'
import { Picks } from '../template/Picks.tsx'
import { useDispositions } from './queries.ts'
import type { DispositionChoice } from './types.ts'

const KINDS: Readonly<Record<DispositionChoice['kind'], MessageKey>> = {
  SUCCESS: 'result.kind.SUCCESS',
  FAILURE: 'result.kind.FAILURE',
  CONTINUE: 'result.kind.CONTINUE',
  SPAM: 'result.kind.SPAM',
  DO_NOT_CALL: 'result.kind.DO_NOT_CALL',
  SYSTEM: 'result.kind.SYSTEM',
}

/// The results that agents choose from, in previews and after calls and chats.
export function DispositionsSection({ item }: { readonly item: Id | 'new' | null }) {
  const t = useT()
  const navigate = useNavigate()
  const dispositions = useDispositions()
  const services = useServices()
  if (dispositions.data === undefined || services.data === undefined) return <Reading error={dispositions.error ?? services.error} />
  const open = dispositions.data.find((one) => one.id === item)
  return (
    <div className="admin-split">
      <Listed
        section="results"
        find="result.find"
        create="admin.new"
        entries={dispositions.data.map((one) => ({
          id: one.id,
          words: choiceName(one, t),
          title: <bdi>{choiceName(one, t)}</bdi>,
          detail: (
            <>
              <Say k={KINDS[one.kind]} />
              {' · '}
              <Say k={one.last ? 'result.final' : 'result.notFinal'} />
            </>
          ),
        }))}
      />
      {item === 'new' ? (
        <ResultForm key="new" stored={null} services={services.data} onMade={(id) => void navigate(`/administration/results/${id}`, { replace: true })} />
      ) : open !== undefined ? (
        <ResultForm key={open.id} stored={open} services={services.data} onMade={() => undefined} />
      ) : (
        <None
          art={<IconChecklist size={32} stroke={1.4} aria-hidden />}
          heading={item === null ? 'result.chooseTitle' : 'admin.goneTitle'}
          text={item === null ? 'result.chooseText' : 'admin.goneText'}
        />
      )}
    </div>
  )
}

interface ResultDraft {
  readonly name: string
  readonly kind: DispositionChoice['kind']
  readonly last: boolean
  readonly preview: boolean
  readonly outbound: boolean
  readonly inbound: boolean
  readonly selectable: boolean
  readonly reschedulable: boolean
  /// None: every one.
  readonly services: readonly Id[]
}

interface ResultProps {
  readonly stored: DispositionChoice | null
  readonly services: readonly ServiceLine[]
  readonly onMade: (id: Id) => void
}

function ResultForm({ stored, services, onMade }: ResultProps) {
  const t = useT()
  const navigate = useNavigate()
  const kept = useKept(onMade)
  const before: ResultDraft =
    stored === null
      ? { name: '', kind: 'FAILURE', last: true, preview: true, outbound: true, inbound: false, selectable: true, reschedulable: false, services: [] }
      : { name: stored.name ?? '', kind: stored.kind, last: stored.last, ...stored.scope, services: [...stored.services].sort() }
  const own = stored?.code ?? null
  const draft = useDraft<ResultDraft>(`results ${stored?.id ?? 'new'}`, before, {
    check: (one) =>
      wrongOf<ResultDraft>({
        name: one.name.trim() === '' && own === null ? 'result.nameMissing' : null,
        reschedulable: one.last && one.reschedulable ? 'result.finalWrong' : null,
      }),
    fields: { 'disposition-name-invalid': 'name', 'disposition-name-taken': 'name', 'disposition-final': 'reschedulable', 'disposition-service-unknown': 'services' },
    save: async ({ name, kind, last, services: chosen, ...scope }) => {
      const body = { name: name.trim() === '' ? null : name.trim(), kind, last, scope, services: [...chosen] }
      await kept(
        stored === null
          ? send('POST', '/api/dispositions', { body })
          : send('PUT', '/api/dispositions/{disposition}', { path: { disposition: stored.id }, body }).then(() => null),
      )
    },
  })
  const { value, set, at } = draft
  const scopes = [
    ['preview', 'result.preview', 'result.previewHint'],
    ['outbound', 'result.outbound', 'result.outboundHint'],
    ['inbound', 'result.inbound', 'result.inboundHint'],
    ['selectable', 'result.selectable', 'result.selectableHint'],
    ['reschedulable', 'result.reschedulable', 'result.reschedulableHint'],
  ] as const
  return (
    <Sheet
      draft={draft}
      fresh={stored === null}
      title={stored === null ? <Say k="result.new" /> : <bdi>{choiceName(stored, t)}</bdi>}
      {...(stored === null ? { onDiscard: () => void navigate('/administration/results') } : {})}
    >
      <Group heading="result.what" hint="result.whatHint">
        <TextInput
          label={<Say k="result.name" />}
          {...(own === null ? {} : { description: <Say k="result.nameHint" />, placeholder: choiceName({ name: null, code: own }, t) })}
          value={value.name}
          error={at('name')}
          maxLength={100}
          {...written(value.name)}
          data-testid="result-name"
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <Choose
          label={<Say k="result.kind" />}
          value={value.kind}
          data={(Object.keys(KINDS) as DispositionChoice['kind'][]).map((kind) => ({ value: kind, label: t(KINDS[kind]) }))}
          onChange={(kind) => kind !== null && set({ kind: kind as DispositionChoice['kind'] })}
        />
        <Switched says="result.last" hint="result.lastHint" on={value.last} testId="result-last" onChange={(last) => set({ last })} />
      </Group>
      <Group heading="result.where" hint="result.whereHint">
        {scopes.map(([field, says, hint]) => (
          <Switched key={field} says={says} hint={hint} on={value[field]} error={at(field)} testId={`result-${field}`} onChange={(on) => set({ [field]: on })} />
        ))}
        {services.length > 0 && (
          <Picks
            heading="result.services"
            none="result.everyService"
            options={services.map((one) => ({ value: one.id, label: one.name }))}
            chosen={value.services}
            error={at('services')}
            testId="result-services"
            onChange={(chosen) => set({ services: chosen })}
          />
        )}
      </Group>
    </Sheet>
  )
}
