import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
import { send } from '../api/http.ts'
import { speak, useLanguage } from '../i18n/language.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { explain } from '../i18n/problems.ts'
import { unlockSound } from '../offer/ring.ts'
import { Mark } from '../shell/Mark.tsx'
import { useCommand } from '../shell/useCommand.ts'
import { Strands } from './Strands.tsx'

export function LoginPage() {
  const t = useT()
  useEffect(() => {
    document.title = t('login.pageTitle')
  }, [t])
  return (
    <div className="login">
      <aside className="login-art">
        <div className="row login-brand">
          <Mark size={34} />
          <b>
            <Say k="app.name" />
          </b>
        </div>
        <div className="login-strands">
          <Strands />
        </div>
        <p className="login-promise">
          <Say k="login.promise" />
        </p>
      </aside>
      <main className="login-side">
        <LoginForm />
        <OtherLanguage />
      </main>
    </div>
  )
}

/// Only a path of our own is followed after the log-in.
function destination(from: unknown): string {
  return typeof from === 'string' && from.startsWith('/') && !from.startsWith('//') ? from : '/conversations'
}

function LoginForm() {
  const t = useT()
  const navigate = useNavigate()
  const { state } = useLocation() as { readonly state: { readonly from?: unknown } | null }
  const [params] = useSearchParams()
  const workspace = params.get('workspace')
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const { run, busy } = useCommand(
    async () => {
      const me = await send('POST', '/api/login', { body: { workspace, login, password } })
      await speak(me.language)
      void navigate(destination(state?.from), { replace: true })
    },
    (error) => setProblem(explain(error, t)),
  )
  return (
    <form
      className="login-box"
      onSubmit={(event) => {
        event.preventDefault()
        setProblem(null)
        unlockSound()
        void run()
      }}
    >
      <h1>
        <Say k="login.title" />
      </h1>
      <TextInput
        className="big"
        label={t('login.user')}
        name="login"
        value={login}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        required
        withAsterisk={false}
        onChange={(event) => setLogin(event.currentTarget.value)}
      />
      <PasswordInput
        className="big"
        label={t('login.password')}
        name="password"
        value={password}
        autoComplete="current-password"
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ 'aria-label': t('login.showPassword') }}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" variant="filled" size="lg" fullWidth loading={busy}>
        <Say k="login.submit" />
      </Button>
      <p className="login-problem" role="alert">
        {problem}
      </p>
    </form>
  )
}

function OtherLanguage() {
  const language = useLanguage((spoken) => spoken?.language ?? 'en')
  const other = language === 'ar' ? 'en' : 'ar'
  return (
    <div className="login-foot">
      <button type="button" className="flat link" lang={other} onClick={() => void speak(other)}>
        <Say k={other === 'ar' ? 'language.ar' : 'language.en'} />
      </button>
    </div>
  )
}
