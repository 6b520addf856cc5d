import { Button } from '@mantine/core'
import { IconPhonePlus } from '@tabler/icons-react'
import { send } from '../api/http.ts'
import type { Id } from '../api/types.ts'
import { wordsIn } from '../i18n/language.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { useCommand } from '../shell/useCommand.ts'
import { drafts } from './drafts.ts'

/// Puts a number into the answer by which the customer reaches this agent, with a link that dials the code by itself;
/// in the customer's language. Nothing is sent before the agent sends it.
export function GiveNumber({ conversation, onDone }: { readonly conversation: Id; readonly onDone: () => void }) {
  const t = useT()
  const { run, busy } = useCommand(async () => {
    const given = await send('POST', '/api/conversations/{conversation}/call-code', { path: { conversation } })
    const words = await wordsIn(given.language, 'composer.numberText', { link: isolated(given.link), code: isolated(given.code) })
    const before = drafts.text(conversation, WEB).trimEnd()
    drafts.write(conversation, WEB, before === '' ? words : `${before}\n${words}`)
    onDone()
  })
  return (
    <Button
      size="xs"
      variant="subtle"
      data-testid="give-number"
      loading={busy}
      title={t('composer.giveNumberWhy')}
      leftSection={<IconPhonePlus size={14} aria-hidden />}
      onClick={() => void run()}
    >
      <Say k="composer.giveNumber" />
    </Button>
  )
}

/// Given in a chat of the page.
const WEB = 'web'

/// Left to right within whatever stands around it (U+2066, U+2069).
function isolated(text: string): string {
  return `\u2066${text}\u2069`
}
