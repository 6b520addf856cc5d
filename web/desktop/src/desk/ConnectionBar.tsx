import { Button } from '@mantine/core'
import { IconDatabaseX, IconRefresh, IconWifiOff } from '@tabler/icons-react'
import { Say } from '../i18n/Say.tsx'
import { reconnectNow, useDesk } from './store.ts'

/// Across the top while the desktop is not in step with the server. Says what is kept and what happens next.
export function ConnectionBar() {
  const sync = useDesk((desk) => desk.sync)
  switch (sync.state) {
    case 'IN_SYNC':
      return null
    case 'UNHEALTHY':
      return (
        <div className="connbar" role="alert">
          <IconDatabaseX size={16} aria-hidden />
          <span>
            <Say k="connection.cannotStore" />
          </span>
          <span className="connbar-kept">
            <Say k="connection.cannotStoreKept" />
          </span>
        </div>
      )
    case 'CONNECTING':
      if (sync.attempt === 0) return null
      return (
        <div className="connbar" role="alert">
          <IconWifiOff size={16} aria-hidden />
          <span>
            <Say k="connection.lost" values={{ attempt: sync.attempt }} />
          </span>
          <span className="connbar-kept">
            <Say k="connection.kept" />
          </span>
          <Button size="xs" className="end" leftSection={<IconRefresh size={14} aria-hidden />} onClick={reconnectNow}>
            <Say k="connection.tryNow" />
          </Button>
        </div>
      )
  }
}
