import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { get, Problem, send } from '../api/http.ts'
import type { Answered } from '../api/operations.ts'
import { explain } from '../i18n/problems.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { LEFT_TO_RIGHT, written } from '../i18n/written.ts'
import { useCommand } from '../shell/useCommand.ts'
import { endCorrecting, othersWrote, typeCorrection, useCorrecting } from './correction.ts'
import { WRONG } from './wrong.ts'

type Field = Answered<'GET', '/api/previews/{preview}/correction'>['fields'][number]

/// As the server takes them.
const LONGEST = 4_000

interface Props {
  readonly preview: string
}

/// What the record says of the customer, to be put right (S2-48). What an import would not take is refused at its
/// field; what somebody else has changed meanwhile is said, and may then be written over.
export function CorrectRecord({ preview }: Props) {
  const t = useT()
  const { data, error } = useQuery({
    queryKey: ['correction', preview],
    queryFn: () => get('/api/previews/{preview}/correction', { path: { preview } }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  if (data === undefined)
    return (
      <div className="group record-correct">
        <p className="muted" role="status">
          {error === null ? t('common.loading') : explain(error, t)}
        </p>
        <div className="row form-end">
          <Button size="xs" variant="subtle" onClick={endCorrecting}>
            <Say k="common.cancel" />
          </Button>
        </div>
      </div>
    )
  return <Fields preview={preview} fields={data.fields} />
}

function Fields({ preview, fields }: Props & { readonly fields: readonly Field[] }) {
  const t = useT()
  const { typed, others } = useCorrecting()
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({})
  const [problem, setProblem] = useState<string | null>(null)
  const changed = fields.filter((one) => (typed[one.name] ?? one.value).trim() !== (others[one.name] ?? one.value))
  const { run, busy } = useCommand(
    async () => {
      const wishes = changed.map((one) => ({
        field: one.name,
        was: others[one.name] ?? one.value,
        value: (typed[one.name] ?? one.value).trim(),
      }))
      await send('PUT', '/api/previews/{preview}/correction', { path: { preview }, body: { fields: wishes } })
      endCorrecting()
    },
    (error) => {
      const { refused, meanwhile } = partsOf(error)
      othersWrote(meanwhile)
      const words = Object.fromEntries(
        Object.entries(refused).map(([field, reason]) => {
          const key = WRONG[reason as keyof typeof WRONG] as (typeof WRONG)[keyof typeof WRONG] | undefined
          return [field, key === undefined ? reason : t(key)]
        }),
      )
      setWrong(words)
      setProblem(words[''] ?? explain(error, t))
    },
  )
  return (
    <form
      className="group record-correct"
      data-testid="record-correction"
      onSubmit={(event) => {
        event.preventDefault()
        setProblem(null)
        setWrong({})
        if (changed.length === 0) endCorrecting()
        else void run()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') endCorrecting()
      }}
    >
      <p className="hint">
        <span>
          <Say k="preview.correctHint" />
        </span>
      </p>
      {fields.map((one, at) => {
        const value = typed[one.name] ?? one.value
        const other = others[one.name]
        return (
          <TextInput
            key={one.name}
            label={<bdi>{one.name}</bdi>}
            withAsterisk={one.required}
            {...(one.type === 'PHONE' ? { ...LEFT_TO_RIGHT, type: 'tel' } : written(value))}
            autoFocus={at === 0}
            maxLength={LONGEST}
            value={value}
            description={other === undefined ? undefined : other === '' ? <Say k="preview.nowEmpty" /> : <Say k="preview.nowSays" values={{ value: <bdi key="v">{other}</bdi> }} />}
            error={wrong[one.name]}
            data-testid="correction-field"
            data-field={one.name}
            onChange={(event) => typeCorrection(one.name, event.currentTarget.value)}
          />
        )
      })}
      {problem !== null && (
        <p className="hint bad" role="alert" data-testid="correction-problem">
          {problem}
        </p>
      )}
      <div className="row form-end">
        <Button size="xs" variant="subtle" data-testid="correction-cancel" onClick={endCorrecting}>
          <Say k="common.cancel" />
        </Button>
        <Button size="xs" type="submit" variant="filled" loading={busy} data-testid="correction-save">
          <Say k="common.save" />
        </Button>
      </div>
    </form>
  )
}

/// By field: why a value cannot stand there, and what stands there instead of what was read.
function partsOf(error: unknown) {
  const more = error instanceof Problem ? error.more : {}
  const pairs = (list: unknown, name: string): Record<string, string> =>
    Object.fromEntries(
      (Array.isArray(list) ? (list as Record<string, unknown>[]) : []).map((one) => [String(one['field']), String(one[name])]),
    )
  return { refused: pairs(more['refused'], 'reason'), meanwhile: pairs(more['fields'], 'now') }
}
