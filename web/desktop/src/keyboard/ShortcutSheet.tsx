import { IconX } from '@tabler/icons-react'
import { useRef } from 'react'
import type { MessageKey } from '../i18n/language.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { useSettings } from '../settings/settings.ts'
import { Dialog } from './Dialog.tsx'
import { DOES } from './does.ts'
import { KeyNames } from './KeyNames.tsx'
import { isTyped, type Shortcut } from './keys.ts'

/// What the keyboard can do.
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  const dialog = useRef<HTMLDialogElement>(null)
  const single = useSettings((all) => all.singleKeys)
  const shown = (Object.entries(DOES) as [Shortcut, MessageKey][]).filter(([name]) => single || !isTyped(name))
  return (
    <Dialog dialog={dialog} label={t('rail.shortcuts')} className="key-sheet" testId="shortcuts" onClose={onClose}>
      <header className="row">
        <h2 className="grow">
          <Say k="rail.shortcuts" />
        </h2>
        <button type="button" className="ib" aria-label={t('common.close')} onClick={() => dialog.current?.close()}>
          <IconX size={16} aria-hidden />
        </button>
      </header>
      <dl className="scroll" tabIndex={0}>
        {shown.map(([name, does]) => (
          <div key={name} className="row" data-testid="shortcut" data-shortcut={name}>
            <dt>
              <Say k={does} />
            </dt>
            <dd className="end">
              <KeyNames of={name} />
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
