import { type ComponentProps, lazy, Suspense } from 'react'

const MailForm = lazy(async () => ({ default: (await import('./MailForm.tsx')).MailForm }))

/// The form of a mail, loaded when the first one is written.
export function LaterMailForm(props: ComponentProps<typeof MailForm>) {
  return (
    <Suspense fallback={null}>
      <MailForm {...props} />
    </Suspense>
  )
}
