import { Button, TextInput } from '@mantine/core'
import { IconPhone, IconUserSearch, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { send } from '../api/http.ts'
import type { Id } from '../api/types.ts'
import { explain } from '../i18n/problems.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { useCommand } from '../shell/useCommand.ts'
import { ColleagueOption } from './ColleagueOption.tsx'
import { isNumber, matching, useColleagues } from './colleagues.ts'

/// Asks somebody into the call, while the customer waits: a colleague who is there, or a number.
export function Consult({ interaction, onClose }: { readonly interaction: Id; readonly onClose: () => void }) {
  const t = useT()
  const colleagues = useColleagues(true)
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const { run, busy } = useCommand(
    (whom: { readonly user: Id } | { readonly number: string }) =>
      send('POST', '/api/calls/{interaction}/consultation', { path: { interaction }, body: whom }).then(onClose),
    (error) => setProblem(explain(error, t)),
  )
  const ask = (whom: { readonly user: Id } | { readonly number: string }) => {
    setProblem(null)
    void run(whom)
  }
  const number = isNumber(text)
  const shown = number ? [] : matching(colleagues, text)
  return (
    <div
      className="call-pop transfer"
      role="dialog"
      aria-label={t('consult.title')}
      data-testid="consult"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <div className="row">
        <h3 className="grow">
          <Say k="consult.title" />
        </h3>
        <button type="button" className="ib" aria-label={t('common.close')} onClick={onClose}>
          <IconX size={14} aria-hidden />
        </button>
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const only = shown.filter((one) => one.callable)
          if (number) ask({ number: text.trim() })
          else if (text.trim() !== '' && only.length === 1 && only[0] !== undefined) ask({ user: only[0].id })
        }}
      >
        <TextInput
          aria-label={t('consult.who')}
          placeholder={t('consult.who')}
          autoFocus
          attributes={{ input: text === '' ? {} : { dir: number ? 'ltr' : 'auto' } }}
          leftSection={<IconUserSearch size={14} aria-hidden />}
          data-testid="consult-who"
          maxLength={80}
          value={text}
          error={problem}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </form>
      {number ? (
        <Button
          data-testid="consult-number"
          leftSection={<IconPhone size={14} aria-hidden />}
          loading={busy}
          onClick={() => ask({ number: text.trim() })}
        >
          <Say k="consult.askNumber" values={{ number: <Ltr key="n">{text.trim()}</Ltr> }} />
        </Button>
      ) : shown.length === 0 ? (
        <p className="meta subtle">
          <Say k={text.trim() === '' ? 'colleagues.none' : 'colleagues.noMatch'} />
        </p>
      ) : (
        <ul className="transfer-services" aria-label={t('colleagues.title')}>
          {shown.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                className="transfer-service"
                data-testid="colleague"
                aria-disabled={!one.callable || busy}
                title={one.callable ? undefined : t('colleagues.whyNot')}
                onClick={() => {
                  if (one.callable && !busy) ask({ user: one.id })
                }}
              >
                <ColleagueOption colleague={one} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="hint">
        <Say k="consult.customerWaits" />
      </p>
    </div>
  )
}
