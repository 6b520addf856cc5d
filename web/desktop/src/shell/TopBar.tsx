import { IconMoon, IconSearch, IconSun, IconX } from '@tabler/icons-react'
import { useMantineColorScheme } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { Link, useLocation, useNavigate, useSearchParams } from 'react-router'
import type { DeskSnapshot, Language, Me } from '../api/types.ts'
import { SyncLight } from '../desk/SyncLight.tsx'
import { HelpMenu } from '../help/HelpMenu.tsx'
import { chooseLanguage, useLanguage } from '../i18n/language.ts'
import { explain } from '../i18n/problems.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { namesOf, useShortcut } from '../keyboard/keys.ts'
import { StateSelector } from '../presence/StateSelector.tsx'
import { UserMenu } from '../session/UserMenu.tsx'
import { useSettings } from '../settings/settings.ts'
import { DialField } from '../telephone/DialField.tsx'
import { TelephoneButton } from '../telephone/TelephoneButton.tsx'
import { Mark } from './Mark.tsx'
import { notice } from './notices.ts'

export function TopBar({ snapshot }: { readonly snapshot: DeskSnapshot }) {
  const t = useT()
  return (
    <header className="top">
      <Link className="brand" to="/conversations" aria-label={t('app.name')}>
        <Mark />
      </Link>
      <StateSelector snapshot={snapshot} />
      <DialField />
      <ContactSearch />
      <div className="top-end">
        <SyncLight />
        <TelephoneButton />
        <LanguageButton />
        <ThemeButton />
        <HelpMenu atDesk />
        <UserMenu me={snapshot.me} />
      </div>
    </header>
  )
}

/// Of those who have no desk: nothing about a state or calls.
export function TopBarWithoutDesk({ me }: { readonly me: Me }) {
  const t = useT()
  return (
    <header className="top">
      <Link className="brand" to="/" aria-label={t('app.name')}>
        <Mark />
      </Link>
      {me.privileges.includes('VIEW_CONTACTS') && <ContactSearch />}
      <div className="top-end">
        <LanguageButton />
        <ThemeButton />
        <HelpMenu atDesk={false} />
        <UserMenu me={me} />
      </div>
    </header>
  )
}

/// Opens the contacts with what was asked for. A slash brings the keyboard here.
function ContactSearch() {
  const t = useT()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const [params] = useSearchParams()
  const shown = pathname.startsWith('/contacts') ? (params.get('query') ?? '') : ''
  const [text, setText] = useState(shown)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => setText(shown), [shown])
  useShortcut('search', () => field.current?.focus())
  const single = useSettings((all) => all.singleKeys)
  const look = (query: string) => navigate(query === '' ? '/contacts' : `/contacts?query=${encodeURIComponent(query)}`)
  return (
    <form
      className="search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        void look(text.trim())
      }}
    >
      <IconSearch size={14} aria-hidden />
      <input
        ref={field}
        value={text}
        dir={text === '' ? undefined : 'auto'}
        maxLength={200}
        aria-label={t('contacts.search')}
        placeholder={t('contacts.search')}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {text === '' ? (
        single && <kbd aria-hidden>{namesOf('search')}</kbd>
      ) : (
        <button
          type="button"
          className="ib search-clear"
          aria-label={t('contacts.clearSearch')}
          onClick={() => {
            setText('')
            field.current?.focus()
            if (shown !== '') void look('')
          }}
        >
          <IconX size={14} aria-hidden />
        </button>
      )}
    </form>
  )
}

const OTHER: Record<Language, { readonly language: Language; readonly own: 'language.ar' | 'language.en' }> = {
  en: { language: 'ar', own: 'language.ar' },
  ar: { language: 'en', own: 'language.en' },
}

function LanguageButton() {
  const t = useT()
  const language = useLanguage((spoken) => spoken?.language ?? 'en')
  const other = OTHER[language]
  return (
    <button
      type="button"
      className="ib wide"
      lang={other.language}
      title={t('language.change')}
      onClick={() => void chooseLanguage(other.language).catch((error: unknown) => notice(explain(error, t)))}
    >
      <Say k={other.own} />
    </button>
  )
}

function ThemeButton() {
  const t = useT()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const dark = colorScheme === 'dark'
  const name = t(dark ? 'theme.light' : 'theme.dark')
  return (
    <button
      type="button"
      className="ib tall"
      aria-label={name}
      title={name}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      {dark ? <IconSun size={16} aria-hidden /> : <IconMoon size={16} aria-hidden />}
    </button>
  )
}
