import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy, type RenderTask } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import { Say, useT } from '../i18n/Say.tsx'

GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url).href

type Opened = PDFDocumentProxy | 'LOCKED' | 'BROKEN' | null

/// A PDF page by page. It is drawn, never run: nothing in it is a script, a form or a link here, and what it wants from
/// elsewhere is not fetched.
export function PdfPages({ address, name }: { readonly address: string; readonly name: string }) {
  const t = useT()
  const [opened, setOpened] = useState<Opened>(null)
  const [at, setAt] = useState(1)
  useEffect(() => {
    let over = false
    const say = (what: Opened) => {
      if (!over) setOpened(what)
    }
    const reading = getDocument({ url: address, disableRange: true, disableStream: true, enableXfa: false, useWasm: false })
    reading.promise.then(say, (error: unknown) => say(error instanceof Error && error.name === 'PasswordException' ? 'LOCKED' : 'BROKEN'))
    return () => {
      over = true
      void reading.destroy()
    }
  }, [address])
  if (opened === null) return <p className="hint slow lightbox-says"><Say k="common.loading" /></p>
  if (opened === 'LOCKED' || opened === 'BROKEN')
    return (
      <p className="hint err lightbox-says" role="alert" data-testid="lightbox-not">
        <Say k={opened === 'LOCKED' ? 'files.locked' : 'files.notShown'} />
      </p>
    )
  const pages = opened.numPages
  return (
    <>
      <div className="lightbox-pages scroll" tabIndex={0} role="region" aria-label={name}>
        <Page key={at} of={opened} at={at} onBroken={setOpened} />
      </div>
      <div className="row lightbox-bar">
        <button type="button" className="ib" aria-label={t('files.previousPage')} title={t('files.previousPage')} disabled={at === 1} onClick={() => setAt(at - 1)} data-testid="page-previous">
          <IconChevronUp size={18} aria-hidden />
        </button>
        <span className="meta" role="status" data-testid="page-at">
          {t('files.page', { at, count: pages })}
        </span>
        <button type="button" className="ib" aria-label={t('files.nextPage')} title={t('files.nextPage')} disabled={at === pages} onClick={() => setAt(at + 1)} data-testid="page-next">
          <IconChevronDown size={18} aria-hidden />
        </button>
      </div>
    </>
  )
}

/// A page is at most so wide on the screen, in pixels of the page.
const WIDEST = 1_100
/// More is not drawn, however large a page says it is, in pixels of the screen.
const MOST_PIXELS = 16_000_000

interface PageProps {
  readonly of: PDFDocumentProxy
  readonly at: number
  readonly onBroken: (how: 'BROKEN') => void
}

function Page({ of, at, onBroken }: PageProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [words, setWords] = useState<string | null>(null)
  useEffect(() => {
    let over = false
    let drawing: RenderTask | null = null
    const draw = async () => {
      const page = await of.getPage(at)
      const onto = canvas.current
      if (over || onto === null) return
      const natural = page.getViewport({ scale: 1 })
      const wide = Math.min(WIDEST, onto.parentElement?.clientWidth ?? WIDEST)
      const sharp = (wide / natural.width) * window.devicePixelRatio
      const most = Math.sqrt(MOST_PIXELS / (natural.width * natural.height))
      const viewport = page.getViewport({ scale: Math.min(sharp, most) })
      onto.width = Math.max(1, Math.floor(viewport.width))
      onto.height = Math.max(1, Math.floor(viewport.height))
      onto.style.inlineSize = `${wide}px`
      drawing = page.render({ canvas: onto, viewport })
      await drawing.promise
      const said = await page.getTextContent()
      if (!over) setWords(said.items.map((item) => ('str' in item ? item.str : '')).join(' '))
    }
    draw().catch(() => {
      if (!over) onBroken('BROKEN')
    })
    return () => {
      over = true
      drawing?.cancel()
    }
  }, [of, at, onBroken])
  return (
    <>
      <canvas ref={canvas} className="lightbox-page" aria-hidden data-testid="lightbox-page" data-drawn={words !== null} />
      {words !== null && (
        <p className="unseen" dir="auto" data-testid="lightbox-words">
          {words}
        </p>
      )}
    </>
  )
}
