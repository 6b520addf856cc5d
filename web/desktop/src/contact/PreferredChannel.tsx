import { Select } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { send } from '../api/http.ts'
import type { Contact } from '../api/types.ts'
import { useDesk } from '../desk/store.ts'
import { Say, type Translate, useT } from '../i18n/Say.tsx'
import { useCommand } from '../shell/useCommand.ts'
import { KIND_WORD, kindOfChannel } from '../writing/kinds.ts'
import { useReach } from '../writing/reach.ts'
import type { Way } from '../writing/wire.ts'
import { VOICE } from './preferred.ts'

export function nameOfChannel(channel: string, ways: readonly Way[], t: Translate): string {
  if (channel === VOICE) return t('medium.call')
  const kind = kindOfChannel(channel)
  return kind === 'MESSENGER' ? (ways.find((way) => way.channel === channel)?.account.name ?? channel) : t(KIND_WORD[kind])
}

/// How the customer wants to be reached: chosen among what there is.
export function PreferredChannel({ contact }: { readonly contact: Contact }) {
  const t = useT()
  const queries = useQueryClient()
  const may = useDesk((desk) => desk.snapshot?.me.privileges.includes('EDIT_CONTACTS') ?? false)
  const ways = useReach(contact.id, null)
  const { run, busy } = useCommand(async (channel: string) => {
    await send('PUT', '/api/contacts/{contact}/preferred-channel', {
      path: { contact: contact.id },
      body: { channel: channel === '' ? null : channel, version: contact.version },
    })
    await queries.invalidateQueries({ queryKey: ['contacts'] })
  })
  const known = [VOICE, ...ways.map((way) => way.channel).filter((channel) => kindOfChannel(channel) !== 'WEB')]
  const meant = contact.preferredChannel ?? ''
  const channels = [...new Set(meant === '' ? known : [...known, meant])]
  return (
    <Select
      className="language-choice"
      aria-label={t('contact.preferredChannel')}
      data-testid="preferred-channel"
      rightSection={<IconChevronDown size={14} aria-hidden />}
      rightSectionPointerEvents="none"
      disabled={busy || !may}
      allowDeselect={false}
      value={meant}
      data={[{ value: '', label: t('contact.noPreference') }, ...channels.map((channel) => ({ value: channel, label: nameOfChannel(channel, ways, t) }))]}
      onChange={(channel) => {
        if (channel !== null && channel !== meant) void run(channel)
      }}
    />
  )
}

/// Above the addresses, where it is known.
export function Prefers({ contact, channel }: { readonly contact: Pick<Contact, 'id'>; readonly channel: string | null }) {
  const t = useT()
  const ways = useReach(contact.id, null)
  if (channel === null) return null
  return (
    <p className="meta prefers" data-testid="prefers">
      <Say k="contact.prefers" values={{ channel: nameOfChannel(channel, ways, t) }} />
    </p>
  )
}
