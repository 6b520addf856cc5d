import { lazy, Suspense, useState } from 'react'
import type { Id, MessageView } from '../api/types.ts'
import { learnTheRest } from '../i18n/language.ts'
import { Say } from '../i18n/Say.tsx'

const Earlier = lazy(async () => {
  const [shown] = await Promise.all([import('./Earlier.tsx'), learnTheRest()])
  return { default: shown.Earlier }
})

/// Under a message that was changed or withdrawn, the way to what it said before.
export function Changed({ message, conversation }: { readonly message: MessageView; readonly conversation: Id }) {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <button type="button" className="flat link" data-testid="message-changed" onClick={() => setOpened(true)}>
        <Say k={message.withdrawn ? 'message.whatItSaid' : 'message.edited'} />
      </button>
      {opened && (
        <Suspense fallback={null}>
          <Earlier conversation={conversation} seq={message.seq} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  )
}
