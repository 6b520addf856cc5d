import { Button, Modal, Textarea } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { get, send } from '../api/http.ts'
import { explain } from '../i18n/problems.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { written } from '../i18n/written.ts'
import { useCommand } from '../shell/useCommand.ts'
import { SIGNATURE } from '../writing/signature.ts'
import { useClose } from '../shell/useClose.ts'

interface Props {
  readonly opened: boolean
  readonly onClose: () => void
}

/// One's own signature, instead of that of the mailbox.
export function SignatureDialog({ opened, onClose }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={<Say k="signature.heading" />} closeButtonProps={useClose()}>
      {opened && <Stored onDone={onClose} />}
    </Modal>
  )
}

function Stored({ onDone }: { readonly onDone: () => void }) {
  const t = useT()
  const { data, error } = useQuery({ queryKey: [SIGNATURE, 'own'], queryFn: () => get('/api/me/email-signature'), staleTime: 0, gcTime: 0 })
  if (error !== null) {
    return (
      <p className="hint err" role="alert">
        {explain(error, t)}
      </p>
    )
  }
  return data === undefined ? null : <SignatureForm stored={data.text} onDone={onDone} />
}

function SignatureForm({ stored, onDone }: { readonly stored: string; readonly onDone: () => void }) {
  const t = useT()
  const queries = useQueryClient()
  const [text, setText] = useState(stored)
  const [problem, setProblem] = useState<string | null>(null)
  const { run, busy } = useCommand(
    async () => {
      await send('PUT', '/api/me/email-signature', { body: { text } })
      await queries.invalidateQueries({ queryKey: [SIGNATURE] })
    },
    (error) => setProblem(explain(error, t)),
  )
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        setProblem(null)
        void run().then((done) => done && onDone())
      }}
    >
      <Textarea
        label={<Say k="signature.text" />}
        description={<Say k="signature.hint" values={{ variables: <Ltr key="v">{VARIABLES}</Ltr> }} />}
        value={text}
        autosize
        minRows={4}
        maxRows={10}
        maxLength={2_000}
        data-autofocus
        data-testid="signature-text"
        {...written(text)}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {problem !== null && (
        <p className="hint err" role="alert">
          {problem}
        </p>
      )}
      <div className="row form-end">
        <Button onClick={onDone}>
          <Say k="common.cancel" />
        </Button>
        <Button type="submit" variant="filled" loading={busy} data-testid="signature-save">
          <Say k="signature.save" />
        </Button>
      </div>
    </form>
  )
}

/// As the server knows them.
const VARIABLES = '{name} {service} {workspace}'
