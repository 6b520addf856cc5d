import { Button } from '@mantine/core'
import { send } from '../../api/http.ts'
import type { Id } from '../../api/types.ts'
import { useFormats } from '../../i18n/formats.ts'
import { Ltr, Say } from '../../i18n/Say.tsx'
import { browserOf } from '../../session/browsers.ts'
import { useCommand } from '../../shell/useCommand.ts'
import { useReadAgain } from '../queries.ts'
import { Reading } from '../Sheet.tsx'
import { useLogIns } from './queries.ts'

/// Where a user is logged in, and the way to end all of it.
export function LogIns({ user }: { readonly user: Id }) {
  const formats = useFormats()
  const readAgain = useReadAgain()
  const { data, error } = useLogIns(user)
  const { run, busy } = useCommand(async () => {
    await send('DELETE', '/api/users/{user}/sessions', { path: { user } })
    await readAgain()
  })
  if (data === undefined) return <Reading error={error} />
  if (data.length === 0)
    return (
      <p className="meta muted" data-testid="user-log-ins">
        <Say k="staff.notLoggedIn" />
      </p>
    )
  return (
    <div className="staff-log-ins" data-testid="user-log-ins">
      <ul>
        {data.map((one) => (
          <li key={one.createdAt} className="meta">
            {browserOf(one.client) === null ? <Say k="session.unknownBrowser" /> : <Ltr>{browserOf(one.client)}</Ltr>}
            <span className="muted">
              {' · '}
              <Say
                k="session.lastUsed"
                values={{ day: formats.nearDay(one.lastUsedAt), time: <Ltr key="t">{formats.time(one.lastUsedAt)}</Ltr> }}
              />
            </span>
          </li>
        ))}
      </ul>
      <Button size="xs" loading={busy} data-testid="user-log-out" onClick={() => void run()}>
        <Say k="staff.logOut" />
      </Button>
    </div>
  )
}
