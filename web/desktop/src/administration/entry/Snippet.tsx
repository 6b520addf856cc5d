import { Button } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { Say } from '../../i18n/Say.tsx'
import { useMe } from '../../session/me.ts'
import { snippetOf } from './entry.ts'

/// So long it is said that something was copied.
const SAID_MS = 3_000

/// What stands in a page that shows the chat, to be copied.
export function Snippet({ slug }: { readonly slug: string }) {
  const me = useMe()
  const words = useRef<HTMLElement>(null)
  const [copied, setCopied] = useState(0)
  useEffect(() => {
    if (copied === 0) return undefined
    const timer = setTimeout(() => setCopied(0), SAID_MS)
    return () => clearTimeout(timer)
  }, [copied])
  if (me === undefined) return null
  const snippet = snippetOf(window.location.origin, me.workspace.slug, slug)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(snippet)
      setCopied((before) => before + 1)
    } catch {
      // Without a clipboard, as on plain http, it is marked and copied by hand.
      if (words.current !== null) window.getSelection()?.selectAllChildren(words.current)
    }
  }
  return (
    <div>
      <div className="row entry-snippet-head">
        <span className="entry-label grow" id="entry-snippet-label">
          <Say k="admin.entry.snippet" />
        </span>
        <Button
          size="xs"
          leftSection={copied > 0 ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
          data-testid="entry-copy"
          onClick={() => void copy()}
        >
          <Say k={copied > 0 ? 'admin.entry.copied' : 'admin.entry.copy'} />
        </Button>
      </div>
      <code ref={words} className="entry-snippet" dir="ltr" tabIndex={0} aria-labelledby="entry-snippet-label" data-testid="entry-snippet">
        {snippet}
      </code>
      <p className="meta muted">
        <Say k="admin.entry.snippetHint" />
      </p>
      <span className="unseen" role="status">
        {copied > 0 && <Say k="admin.entry.copied" />}
      </span>
    </div>
  )
}
