import './lightbox.css'
import { Modal } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconDownload } from '@tabler/icons-react'
import { type KeyboardEvent, lazy, Suspense } from 'react'
import { Say, useT } from '../i18n/Say.tsx'
import { useClose } from '../shell/useClose.ts'
import { type Looked, putPictureAway, stepPicture, useLooked } from './pictures.ts'
import { TextShown } from './TextShown.tsx'

/// What reads PDF is large and comes with the first of them.
const PdfPages = lazy(async () => ({ default: (await import('./PdfPages.tsx')).PdfPages }))

/// Esc puts it away, arrows lead to the files before and after it.
export function Lightbox() {
  const t = useT()
  const close = useClose()
  const looked = useLooked((all) => all.looked)
  const file = looked?.files[looked.at]
  if (looked === null || file === undefined) return null
  const { at, files } = looked
  const { name, address } = file
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
      <Shown key={address} file={file} />
      <div className="row lightbox-bar">
        <button type="button" className="ib" aria-label={t('files.previousFile')} title={t('files.previousFile')} disabled={at === 0} onClick={() => stepPicture(-1)} data-testid="lightbox-previous">
          <IconChevronLeft size={20} className="flip" aria-hidden />
        </button>
        <span className="meta muted" role="status">
          {t('files.oneOf', { at: at + 1, count: files.length, name })}
        </span>
        <button type="button" className="ib" aria-label={t('files.nextFile')} title={t('files.nextFile')} disabled={at === files.length - 1} onClick={() => stepPicture(1)} data-testid="lightbox-next">
          <IconChevronRight size={20} className="flip" aria-hidden />
        </button>
        <a className="ib" href={address} download={name} aria-label={t('files.save', { name })} title={t('files.save', { name })} data-testid="lightbox-save">
          <IconDownload size={18} aria-hidden />
        </a>
      </div>
    </Modal>
  )
}

function Shown({ file: { address, name, look } }: { readonly file: Looked }) {
  switch (look) {
    case 'PICTURE':
      return (
        <figure className="lightbox-picture">
          <img src={address} alt={name} data-testid="lightbox-picture" />
        </figure>
      )
    case 'TEXT':
      return <TextShown address={address} name={name} />
    case 'PDF':
      return (
        <Suspense fallback={<p className="hint slow lightbox-says"><Say k="common.loading" /></p>}>
          <PdfPages address={address} name={name} />
        </Suspense>
      )
  }
}
