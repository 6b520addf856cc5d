import { IconAlertCircle, IconX } from '@tabler/icons-react'
import { Say, useT } from '../i18n/Say.tsx'
import { dismiss, useNotices } from './notices.ts'

export function Notices() {
  const notices = useNotices()
  const t = useT()
  return (
    <div className="notices" role="status">
      {notices.map((one) => (
        <div className="notice" key={one.id}>
          {one.undo === undefined && <IconAlertCircle size={16} aria-hidden />}
          <span>{one.text}</span>
          {one.undo !== undefined && (
            // What had the keyboard is gone with what was removed.
            <button
              type="button"
              className="undo"
              autoFocus
              data-testid="notice-undo"
              onClick={() => {
                dismiss(one.id)
                one.undo?.()
              }}
            >
              <Say k="merge.undo" />
            </button>
          )}
          <button type="button" className="ib" aria-label={t('common.dismiss')} onClick={() => dismiss(one.id)}>
            <IconX size={14} aria-hidden />
          </button>
        </div>
      ))}
    </div>
  )
}
