import { Button, TextInput } from '@mantine/core'
import { IconCheck, IconLink } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { Id } from '../api/types.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { LEFT_TO_RIGHT } from '../i18n/written.ts'

/// So long it is said that it was copied.
const SAID_MS = 3_000

/// The address that opens an activity, for whoever may see it. Without a clipboard, as on plain http, it is shown, marked,
/// and copied by hand.
export function CopyLink({ contact, activity }: { readonly contact: Id; readonly activity: Id }) {
  const t = useT()
  const [copied, setCopied] = useState(0)
  const [byHand, setByHand] = useState(false)
  useEffect(() => {
    if (copied === 0) return undefined
    const timer = setTimeout(() => setCopied(0), SAID_MS)
    return () => clearTimeout(timer)
  }, [copied])
  const address = `${window.location.origin}/contacts/${contact}/activities/${activity}`
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address)
      setCopied((before) => before + 1)
    } catch {
      setByHand(true)
    }
  }
  return (
    <>
      <Button
        size="xs"
        leftSection={copied > 0 ? <IconCheck size={14} aria-hidden /> : <IconLink size={14} aria-hidden />}
        data-testid="copy-link"
        onClick={() => void copy()}
      >
        <Say k={copied > 0 ? 'activities.linkCopied' : 'activities.copyLink'} />
      </Button>
      {byHand && (
        <TextInput
          readOnly
          autoFocus
          className="grow"
          value={address}
          aria-label={t('activities.link')}
          {...LEFT_TO_RIGHT}
          data-testid="activity-link"
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
      <span className="unseen" role="status">
        {copied > 0 && <Say k="activities.linkCopied" />}
      </span>
    </>
  )
}
