import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useState } from 'react'
import type { ConversationView } from '../api/types.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { Candidate } from './Candidate.tsx'
import { useFound } from './queries.ts'

/// With whom the agent talks when the number does not tell: the agent asks, and finds the contact by name, number or
/// email.
export function FindCaller({ conversation }: { readonly conversation: ConversationView }) {
  const t = useT()
  const [text, setText] = useState('')
  const query = useDeferredValue(text.trim())
  const { data } = useFound(query)
  const found = (query === '' ? [] : (data ?? [])).filter((one) => one.id !== conversation.contact.id && one.name !== null).slice(0, MOST)
  return (
    <section className="group" data-testid="find-caller">
      <div className="label">
        <Say k="contact.find" />
      </div>
      <TextInput
        aria-label={t('contact.find')}
        placeholder={t('contact.findBy')}
        leftSection={<IconSearch size={14} aria-hidden />}
        dir="auto"
        maxLength={100}
        data-testid="find-caller-text"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {query !== '' && data !== undefined && found.length === 0 && (
        <p className="hint" role="status">
          <Say k="contact.findNone" />
        </p>
      )}
      <ul className="candidates">
        {found.map((one) => (
          <Candidate key={one.id} conversation={conversation} candidate={one} may words="contact.choose" />
        ))}
      </ul>
    </section>
  )
}

/// More than that is no answer; the agent types more.
const MOST = 5
