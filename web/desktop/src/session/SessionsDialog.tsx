import { Button, Modal } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { get, send } from '../api/http.ts'
import type { Id } from '../api/types.ts'
import { useFormats } from '../i18n/formats.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { explain } from '../i18n/problems.ts'
import { useCommand } from '../shell/useCommand.ts'
import { browserOf } from './browsers.ts'
import { useClose } from '../shell/useClose.ts'

interface Props {
  readonly opened: boolean
  readonly onClose: () => void
}

/// Where this user is logged in; any of it can be ended from here.
export function SessionsDialog({ opened, onClose }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={<Say k="session.mySessions" />} closeButtonProps={useClose()}>
      {opened && <Sessions />}
    </Modal>
  )
}

function Sessions() {
  const t = useT()
  const formats = useFormats()
  const queries = useQueryClient()
  const { data, error } = useQuery({
    queryKey: ['sessions'],
    queryFn: () => get('/api/me/sessions'),
    refetchOnMount: 'always',
  })
  const { run, busy } = useCommand(async (id: Id) => {
    await send('DELETE', '/api/me/sessions/{session}', { path: { session: id } })
    await queries.invalidateQueries({ queryKey: ['sessions'] })
  })
  if (error !== null) return <p className="hint err">{explain(error, t)}</p>
  return (
    <ul className="sessions">
      {data?.map((session) => (
        <li key={session.id} className="row g6">
          <div className="grow">
            <div className="row g3">
              <span className="med trunc">
                {browserOf(session.client) === null ? <Say k="session.unknownBrowser" /> : <Ltr>{browserOf(session.client)}</Ltr>}
              </span>
              {session.current && (
                <span className="tag ready">
                  <Say k="session.thisOne" />
                </span>
              )}
            </div>
            <div className="meta muted">
              <Say
                k="session.since"
                values={{ day: formats.nearDay(session.createdAt), time: <Ltr key="t">{formats.time(session.createdAt)}</Ltr> }}
              />
              {' · '}
              <Say
                k="session.lastUsed"
                values={{ day: formats.nearDay(session.lastUsedAt), time: <Ltr key="t">{formats.time(session.lastUsedAt)}</Ltr> }}
              />
            </div>
          </div>
          {!session.current && (
            <Button size="xs" disabled={busy} onClick={() => void run(session.id)}>
              <Say k="session.end" />
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
