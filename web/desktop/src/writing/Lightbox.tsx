import './lightbox.css'
import { Modal } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconDownload } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { useT } from '../i18n/Say.tsx'
import { useClose } from '../shell/useClose.ts'
import { putPictureAway, stepPicture, useLooked } from './pictures.ts'

/// Esc puts it away, arrows lead to the pictures before and after it.
export function Lightbox() {
  const t = useT()
  const close = useClose()
  const looked = useLooked((all) => all.looked)
  const picture = looked?.pictures[looked.at]
  if (looked === null || picture === undefined) return null
  const { at, pictures } = looked
  const { name, address } = picture
  const onKeyDown = (event: KeyboardEvent) => {
    const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    stepPicture(event.key === forward ? 1 : -1)
  }
  return (
    <Modal
      opened
      onClose={putPictureAway}
      fullScreen
      closeButtonProps={close}
      title={<bdi className="trunc">{name}</bdi>}
      className="lightbox"
      data-testid="lightbox"
      onKeyDown={onKeyDown}
    >
      <figure className="lightbox-picture">
        <img src={address} alt={name} data-testid="lightbox-picture" />
      </figure>
      <div className="row lightbox-bar">
        <button type="button" className="ib" aria-label={t('files.previousPicture')} title={t('files.previousPicture')} disabled={at === 0} onClick={() => stepPicture(-1)} data-testid="lightbox-previous">
          <IconChevronLeft size={20} className="flip" aria-hidden />
        </button>
        <span className="meta muted" role="status">
          {t('files.picture', { at: at + 1, count: pictures.length, name })}
        </span>
        <button type="button" className="ib" aria-label={t('files.nextPicture')} title={t('files.nextPicture')} disabled={at === pictures.length - 1} onClick={() => stepPicture(1)} data-testid="lightbox-next">
          <IconChevronRight size={20} className="flip" aria-hidden />
        </button>
        <a className="ib" href={address} download={name} aria-label={t('files.save', { name })} title={t('files.save', { name })} data-testid="lightbox-save">
          <IconDownload size={18} aria-hidden />
        </a>
      </div>
    </Modal>
  )
}
