import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Problem, send } from '../api/http.ts'
import type { ContactView, Id, MergePreview as Both, MergeWish } from '../api/types.ts'
import { explain } from '../i18n/problems.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { useCommand } from '../shell/useCommand.ts'
import { AddressValue } from './addresses.tsx'
import { Avatar } from './Avatar.tsx'
import { nameOf } from './names.ts'
import { useMergePreview } from './queries.ts'

type Field = MergeWish['take'][number]

interface Props {
  readonly kept: Id
  readonly other: Id
  readonly onBack: () => void
  readonly onDone: () => void
}

/// Both contacts side by side. Of what a contact has one of, and both have, one is chosen.
export function MergePreview({ kept, other, onBack, onDone }: Props) {
  const t = useT()
  const { data, error } = useMergePreview(kept, other)
  if (error !== null)
    return (
      <div className="form">
        <p role="alert">{explain(error, t)}</p>
        <div className="row form-end">
          <Button onClick={onBack}>
            <Say k="merge.back" />
          </Button>
        </div>
      </div>
    )
  if (data === undefined) return <p className="hint slow">{t('common.loading')}</p>
  return <Choice key={`${data.kept.version} ${data.other.version}`} both={data} onBack={onBack} onDone={onDone} />
}

/// What only the other one has is taken without asking.
function takenAnyway({ kept, other }: Both): readonly Field[] {
  const taken: Field[] = []
  if (kept.name === null && other.name !== null) taken.push('NAME')
  if (kept.language === null && other.language !== null) taken.push('LANGUAGE')
  if (kept.photo === null && other.photo !== null) taken.push('PHOTO')
  return taken
}

function Choice({ both, onBack, onDone }: { readonly both: Both } & Pick<Props, 'onBack' | 'onDone'>) {
  const t = useT()
  const queries = useQueryClient()
  const { kept, other } = both
  const [take, setTake] = useState<readonly Field[]>(() => takenAnyway(both))
  const [problem, setProblem] = useState<string | null>(null)
  const { run, busy } = useCommand(
    () =>
      send('POST', '/api/contacts/{contact}/merges', {
        path: { contact: kept.id },
        body: { other: other.id, take: [...take], version: kept.version, otherVersion: other.version },
      }),
    (error) => {
      setProblem(explain(error, t))
      if (error instanceof Problem && error.status === 409) void queries.invalidateQueries({ queryKey: ['contacts'] })
    },
  )
  const choose = (field: Field, taken: boolean) =>
    setTake((before) => [...before.filter((one) => one !== field), ...(taken ? [field] : [])])
  const row = (field: Field, label: string, of: (one: ContactView) => ReactNode, differs: boolean) => (
    <Row field={field} label={label} kept={of(kept)} other={of(other)} differs={differs} taken={take.includes(field)} onChoose={choose} />
  )
  return (
    <div className="form" data-testid="merge-preview">
      <table className="merge">
        <thead>
          <tr>
            <td />
            <th scope="col">
              <Say k="merge.kept" />
            </th>
            <th scope="col">
              <Say k="merge.other" />
            </th>
          </tr>
        </thead>
        <tbody>
          {row('NAME', t('contact.name'), (one) => one.name !== null && <bdi>{one.name}</bdi>, both.kept.name !== both.other.name)}
          {row('PHOTO', t('merge.photo'), (one) => one.photo !== null && <Avatar contact={one} />, true)}
          {row(
            'LANGUAGE',
            t('contact.language'),
            (one) => one.language !== null && <Tongue language={one.language} />,
            both.kept.language !== both.other.language,
          )}
          <tr>
            <th scope="row">{t('contact.addresses')}</th>
            <Addresses of={kept} />
            <Addresses of={other} />
          </tr>
          <tr>
            <th scope="row">{t('activities.title')}</th>
            <td className="num">{both.keptActivities}</td>
            <td className="num">{both.otherActivities}</td>
          </tr>
        </tbody>
      </table>
      <p className="hint">
        <Say k="merge.means" values={{ name: <bdi key="name">{nameOf(kept, t)}</bdi> }} />
      </p>
      {problem !== null && (
        <p className="admin-error" role="alert">
          {problem}
        </p>
      )}
      <div className="row form-end">
        <Button variant="subtle" onClick={onBack}>
          <Say k="merge.back" />
        </Button>
        <Button
          loading={busy}
          variant="filled"
          data-testid="merge-sure"
          onClick={() => {
            setProblem(null)
            void run().then((done) => done && onDone())
          }}
        >
          <Say k="merge.sure" />
        </Button>
      </div>
    </div>
  )
}

interface RowProps {
  readonly field: Field
  readonly label: string
  /// False: it has none.
  readonly kept: ReactNode
  readonly other: ReactNode
  readonly differs: boolean
  readonly taken: boolean
  readonly onChoose: (field: Field, taken: boolean) => void
}

function Row({ field, label, kept, other, differs, taken, onChoose }: RowProps) {
  if (kept === false && other === false) return null
  const asks = kept !== false && other !== false && differs
  const cell = (value: ReactNode, ofOther: boolean) =>
    asks ? (
      <label className="merge-choice">
        <input
          type="radio"
          name={`merge-${field}`}
          checked={taken === ofOther}
          data-testid={`merge-${field}-${ofOther ? 'other' : 'kept'}`}
          onChange={() => onChoose(field, ofOther)}
        />
        <span className="merge-value">{value}</span>
      </label>
    ) : (
      <span className="merge-value">{value}</span>
    )
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{kept !== false && cell(kept, false)}</td>
      <td>{other !== false && cell(other, true)}</td>
    </tr>
  )
}

function Addresses({ of }: { readonly of: ContactView }) {
  return (
    <td>
      {of.addresses.length === 0 ? (
        <span className="muted">
          <Say k="contact.noAddress" />
        </span>
      ) : (
        of.addresses.map((one) => (
          <div key={`${one.kind} ${one.value}`} className="merge-value">
            <AddressValue address={one} />
          </div>
        ))
      )}
    </td>
  )
}

function Tongue({ language }: { readonly language: string }) {
  if (language === 'ar') return <Say k="language.arabic" />
  if (language === 'en') return <Say k="language.english" />
  return <bdi>{language}</bdi>
}
