import { Button } from '@mantine/core'
import { IconPhone } from '@tabler/icons-react'
import type { Id } from '../api/types.ts'
import type { MessageKey } from '../i18n/language.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { useWhyNoCall } from './calls.ts'
import { useBegin } from './useBegin.ts'

interface Props {
  readonly number: string
  readonly contact: Id
  readonly conversation?: Id
  readonly service?: Id
  /// With this word on it; an icon alone without.
  readonly word?: MessageKey
}

/// Calls this number of the contact. Not there for who may not call.
export function CallButton({ number, contact, conversation, service, word }: Props) {
  const t = useT()
  const { begin, busy, possible } = useBegin()
  const why = useWhyNoCall()
  if (!possible) return null
  const call = () =>
    void begin({
      number,
      contact,
      ...(service === undefined ? {} : { service }),
      ...(conversation === undefined ? {} : { conversation }),
    })
  if (word !== undefined) {
    return (
      <Button
        size="xs"
        data-testid="call-number"
        loading={busy}
        disabled={why !== null}
        title={why === null ? undefined : t(why)}
        leftSection={<IconPhone size={14} aria-hidden />}
        onClick={call}
      >
        <Say k={word} />
      </Button>
    )
  }
  return (
    <button
      type="button"
      className="ib"
      data-testid="call-number"
      aria-label={t('dial.callNumber', { number })}
      aria-disabled={why !== null || busy}
      title={t(why ?? 'dial.call')}
      onClick={() => {
        if (why === null && !busy) call()
      }}
    >
      <IconPhone size={14} aria-hidden />
    </button>
  )
}
