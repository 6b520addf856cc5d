import './settings.css'
import { Button, Modal } from '@mantine/core'
import { IconBell, IconVolume } from '@tabler/icons-react'
import type { MessageKey } from '../i18n/language.ts'
import { Say } from '../i18n/Say.tsx'
import { askToNotify, useNotifying } from '../offer/notification.ts'
import { ringOnce } from '../offer/ring.ts'
import { useClose } from '../shell/useClose.ts'
import { change, type Settings, useSettings } from './settings.ts'

type Switch = { readonly [name in keyof Settings]: Settings[name] extends boolean ? name : never }[keyof Settings]

/// What each sets for this browser; it holds at once.
export function SettingsDialog({ atDesk, onClose }: { readonly atDesk: boolean; readonly onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} title={<Say k="session.settings" />} closeButtonProps={useClose()} data-testid="settings">
      <div className="settings">
        <Density />
        {atDesk && (
          <>
            <Check of="sound" says="settings.sound" why="settings.soundWhy" />
            <Button size="xs" leftSection={<IconVolume size={14} aria-hidden />} onClick={() => ringOnce('CUSTOMER')}>
              <Say k="offer.testSound" />
            </Button>
            <Check of="notify" says="settings.notify" why="settings.notifyWhy" />
            <Permission />
            <Check of="singleKeys" says="settings.singleKeys" why="settings.singleKeysWhy" />
          </>
        )}
        <p className="hint">
          <Say k="settings.here" />
        </p>
      </div>
    </Modal>
  )
}

const DENSITIES: readonly { readonly value: Settings['density']; readonly says: MessageKey }[] = [
  { value: 'comfortable', says: 'settings.comfortable' },
  { value: 'compact', says: 'settings.compact' },
]

function Density() {
  const density = useSettings((all) => all.density)
  return (
    <fieldset>
      <legend className="med">
        <Say k="settings.density" />
      </legend>
      <div className="row">
        {DENSITIES.map(({ value, says }) => (
          <label key={value} className="row g3">
            <input
              type="radio"
              name="density"
              data-testid={`density-${value}`}
              checked={density === value}
              onChange={() => change({ density: value })}
            />
            <Say k={says} />
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function Check({ of, says, why }: { readonly of: Switch; readonly says: MessageKey; readonly why: MessageKey }) {
  const checked = useSettings((all) => all[of])
  return (
    <label className="setting">
      <input type="checkbox" data-testid={`setting-${of}`} checked={checked} onChange={(event) => change({ [of]: event.currentTarget.checked })} />
      <span>
        <Say k={says} />
        <span className="meta muted">
          <Say k={why} />
        </span>
      </span>
    </label>
  )
}

/// The browser asks only when it is asked to, and what it was told once can be changed in its own settings only.
function Permission() {
  const notifying = useNotifying()
  switch (notifying) {
    case 'granted':
      return null
    case 'default':
      return (
        <Button size="xs" leftSection={<IconBell size={14} aria-hidden />} data-testid="allow-notifications" onClick={() => void askToNotify()}>
          <Say k="offer.allowNotifications" />
        </Button>
      )
    case 'denied':
    case 'unsupported':
      return (
        <p className="hint">
          <Say k={notifying === 'denied' ? 'settings.notifyDenied' : 'settings.notifyUnsupported'} />
        </p>
      )
  }
}
