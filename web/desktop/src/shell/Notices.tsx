import { IconAlertCircle, IconX } from '@tabler/icons-react'
import { useT } from '../i18n/Say.tsx'
import { dismiss, useNotices } from './notices.ts'

export function Notices() {
  const notices = useNotices()
  const t = useT()
  return (
    <div className="notices" role="status">
      {notices.map((one) => (
        <div className="notice" key={one.id}>
          <IconAlertCircle size={16} aria-hidden />
          <span>{one.text}</span>
          <button type="button" className="ib" aria-label={t('common.dismiss')} onClick={() => dismiss(one.id)}>
            <IconX size={14} aria-hidden />
          </button>
        </div>
      ))}
    </div>
  )
}
