import { lazy, Suspense } from 'react'
import type { ContactSummary } from '../api/types.ts'
import { learnTheRest } from '../i18n/language.ts'

const Details = lazy(async () => {
  const [page] = await Promise.all([import('./ContactsPage.tsx'), learnTheRest()])
  return { default: page.Details }
})

/// What is known of a contact beside its name and addresses. It loads with the section of contacts, when one is looked at first.
export function MoreDetails({ contact }: { readonly contact: Pick<ContactSummary, 'id' | 'version'> }) {
  return (
    <Suspense fallback={null}>
      <Details key={contact.id} contact={contact} />
    </Suspense>
  )
}
