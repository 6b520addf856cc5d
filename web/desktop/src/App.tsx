import { DirectionProvider, MantineProvider, useDirection } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { lazy, type ReactNode, useEffect } from 'react'
import { IntlProvider } from 'react-intl'
import { BrowserRouter, Navigate, Route, Routes } from 'react-router'
import { Problem } from './api/http.ts'
import { ConversationsPage } from './conversation/ConversationsPage.tsx'
import { learnTheRest, LOCALES, useLanguage } from './i18n/language.ts'
import { LoginPage } from './session/LoginPage.tsx'
import { Desktop } from './shell/Desktop.tsx'
import { colorSchemes } from './theme/scheme.ts'
import { theme, variables } from './theme/theme.ts'

// Each loads when it is opened first.
const ContactsPage = lazy(async () => ({ default: (await import('./contact/ContactsPage.tsx')).ContactsPage }))
const FollowUpsPage = lazy(async () => ({ default: (await import('./followup/FollowUpsPage.tsx')).FollowUpsPage }))
const MentionsPage = lazy(async () => {
  const [page] = await Promise.all([import('./mention/MentionsPage.tsx'), learnTheRest()])
  return { default: page.MentionsPage }
})
const DirectoryPage = lazy(async () => {
  const [page] = await Promise.all([import('./directory/DirectoryPage.tsx'), learnTheRest()])
  return { default: page.DirectoryPage }
})
const SupervisionPage = lazy(async () => {
  const [page] = await Promise.all([import('./supervision/SupervisionPage.tsx'), learnTheRest()])
  return { default: page.SupervisionPage }
})
const QueuePage = lazy(async () => ({ default: (await import('./queue/QueuePage.tsx')).QueuePage }))
const AdministrationPage = lazy(async () => {
  const [page] = await Promise.all([import('./administration/AdministrationPage.tsx'), learnTheRest()])
  return { default: page.AdministrationPage }
})
const HelpPage = lazy(async () => {
  const [page] = await Promise.all([import('./help/HelpPage.tsx'), learnTheRest()])
  return { default: page.HelpPage }
})

/// A question that was refused is not asked again; one that found no answer is.
const MOST_RETRIES = 2

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => !(error instanceof Problem) && failures < MOST_RETRIES,
    },
  },
})

export function App() {
  const spoken = useLanguage()
  if (spoken === null) return null
  return (
    <IntlProvider locale={LOCALES[spoken.language]} messages={spoken.catalogue} defaultLocale="en">
      <DirectionProvider detectDirection={false} initialDirection={spoken.language === 'ar' ? 'rtl' : 'ltr'}>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={variables}
          colorSchemeManager={colorSchemes}
          defaultColorScheme="light"
        >
          <FollowLanguage>
            <QueryClientProvider client={queries}>
              <BrowserRouter useTransitions={false}>
                <Routes>
                  <Route path="/login" element={<LoginPage />} />
                  <Route element={<Desktop />}>
                    <Route path="/conversations/:conversation?" element={<ConversationsPage />} />
                    <Route path="/queue" element={<QueuePage />} />
                    <Route path="/contacts/:contact?/:tab?/:activity?" element={<ContactsPage />} />
                    <Route path="/follow-ups" element={<FollowUpsPage />} />
                    <Route path="/mentions" element={<MentionsPage />} />
                    <Route path="/colleagues" element={<DirectoryPage />} />
                    <Route path="/supervision/:conversation?" element={<SupervisionPage />} />
                    <Route path="/help/:page?" element={<HelpPage />} />
                    <Route path="/administration/:section?/:item?" element={<AdministrationPage />} />
                  </Route>
                  <Route path="*" element={<Navigate to="/conversations" replace />} />
                </Routes>
              </BrowserRouter>
            </QueryClientProvider>
          </FollowLanguage>
        </MantineProvider>
      </DirectionProvider>
    </IntlProvider>
  )
}

function FollowLanguage({ children }: { readonly children: ReactNode }) {
  const language = useLanguage((spoken) => spoken?.language)
  const { setDirection } = useDirection()
  useEffect(() => setDirection(language === 'ar' ? 'rtl' : 'ltr'), [language, setDirection])
  return children
}
