import { IconMailbox } from '@tabler/icons-react'
import { Say, useT } from '../i18n/Say.tsx'

/// On what began with a message of somebody who did not stay for an answer; nothing on anything else.
export function MessageLeft({ of }: { readonly of: { readonly messageLeft: boolean } }) {
  const t = useT()
  if (!of.messageLeft) return null
  return (
    <span className="tag" role="note" title={t('chat.leftHint')} aria-description={t('chat.leftHint')} data-testid="message-left">
      <IconMailbox size={12} stroke={2} aria-hidden />
      <Say k="chat.left" />
    </span>
  )
}
