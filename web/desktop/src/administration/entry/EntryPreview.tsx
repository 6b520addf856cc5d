import { useEffect, useRef, useState } from 'react'
import type { Entry } from '../../../../widget/src/entry'
import type { Preview } from '../../../../widget/src/preview'
import { useLanguageName } from '../../i18n/languageName.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { type EntryDraft, isColour, NO_CALLS } from './entry.ts'

const LANGUAGES = ['ar', 'en'] as const
type Spoken = (typeof LANGUAGES)[number]

/// The chat itself, as customers will see it, while it is being set up.
export function EntryPreview({ draft }: { readonly draft: EntryDraft }) {
  const t = useT()
  const languageName = useLanguageName()
  const [closed, setClosed] = useState(false)
  const [language, setLanguage] = useState<Spoken>(draft.language === 'ar' ? 'ar' : 'en')
  return (
    <aside className="entry-preview" aria-label={t('admin.entry.preview')} data-testid="entry-preview" data-language={language}>
      <div className="row entry-preview-head">
        <span className="label grow">
          <Say k="admin.entry.preview" />
        </span>
        {draft.away === 'MESSAGE' && (
          <button type="button" className="entry-tongue" aria-pressed={closed} data-testid="entry-preview-closed" onClick={() => setClosed(!closed)}>
            <Say k="admin.entry.previewClosed" />
          </button>
        )}
        <div className="row g3" role="group" aria-label={t('admin.entry.previewLanguage')}>
          {LANGUAGES.map((one) => (
            <button key={one} type="button" className="entry-tongue" aria-pressed={one === language} data-testid={`entry-preview-${one}`} onClick={() => setLanguage(one)}>
              {languageName(one)}
            </button>
          ))}
        </div>
      </div>
      <Stage key={language} draft={draft} language={language} open={draft.away === 'WAIT' || !closed} />
    </aside>
  )
}

/// The widget of one language; its code is loaded when it is looked at.
function Stage({ draft, language, open }: { readonly draft: EntryDraft; readonly language: Spoken; readonly open: boolean }) {
  const place = useRef<HTMLDivElement>(null)
  const shown = useRef<Preview | null>(null)
  const entry = useRef(entryOf(draft, open))
  useEffect(() => {
    entry.current = entryOf(draft, open)
    shown.current?.show(entry.current)
  }, [draft, open])
  useEffect(() => {
    const host = document.createElement('div')
    place.current?.append(host)
    let gone = false
    void import('../../../../widget/src/preview').then(({ preview }) => {
      if (!gone) shown.current = preview(host, entry.current, language)
    })
    return () => {
      gone = true
      shown.current?.close()
      shown.current = null
      host.remove()
    }
  }, [language])
  return <div ref={place} className="entry-stage" data-testid="entry-stage" dir={language === 'ar' ? 'rtl' : 'ltr'} />
}

/// As the server would tell it to a page.
function entryOf(draft: EntryDraft, open: boolean): Entry {
  return {
    name: draft.name.trim(),
    title: { en: draft.titleEn.trim(), ar: draft.titleAr.trim() },
    greeting: { en: draft.greetingEn.trim(), ar: draft.greetingAr.trim() },
    closed: { en: draft.closedEn.trim(), ar: draft.closedAr.trim() },
    open,
    inHours: true,
    opens: null,
    zone: 'UTC',
    files: draft.files,
    language: draft.language === 'ar' ? 'ar' : 'en',
    accent: isColour(draft.accent) ? draft.accent.trim() : '#8d8679',
    side: draft.side,
    form: { name: draft.askName, email: draft.askEmail, phone: draft.askPhone },
    calls: draft.calls !== NO_CALLS,
  }
}
