import { IconDatabaseX, IconWifiOff } from '@tabler/icons-react'
import { useFormats } from '../i18n/formats.ts'
import { Ltr, Say } from '../i18n/Say.tsx'
import { useDesk } from './store.ts'

/// Whether what is on the screen is what the server knows.
export function SyncLight() {
  const sync = useDesk((desk) => desk.sync)
  const formats = useFormats()
  const light = (() => {
    switch (sync.state) {
      case 'IN_SYNC':
        return (
          <>
            <i />
            <Say k="sync.inSync" />
          </>
        )
      case 'UNHEALTHY':
        return (
          <>
            <IconDatabaseX size={16} aria-hidden />
            <Say k="sync.notInSync" />
          </>
        )
      case 'CONNECTING':
        return (
          <>
            <IconWifiOff size={16} aria-hidden />
            {sync.lastInSync === null ? (
              <Say k="sync.connecting" />
            ) : (
              <Say
                k="sync.last"
                values={{ time: <Ltr key="time">{formats.timeWithSeconds(sync.lastInSync)}</Ltr> }}
              />
            )}
          </>
        )
    }
  })()
  return (
    <span
      className={sync.state === 'IN_SYNC' ? 'sync' : 'sync off'}
      role="status"
      data-testid="sync-light"
      data-sync={sync.state === 'IN_SYNC' ? 'in-sync' : 'not-in-sync'}
    >
      {light}
    </span>
  )
}
