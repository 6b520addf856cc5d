import { Menu } from '@mantine/core'
import { IconBellOff, IconCheck, IconDots } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { send } from '../api/http.ts'
import type { Address, ContactSummary, ConversationView } from '../api/types.ts'
import { useContact } from '../contact/queries.ts'
import { useDesk } from '../desk/store.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { useCommand } from '../shell/useCommand.ts'
import { isOpen } from './choice.ts'
import { choices } from './chosen.ts'
import { writeTo } from './dialog.ts'
import { KIND_ICON, KIND_WORD, kindOfChannel } from './kinds.ts'
import { hindranceWords, useReach } from './reach.ts'
import type { OptOut, Way } from './wire.ts'

interface Props {
  readonly contact: ContactSummary
  /// In which it is written; null: one is begun by it.
  readonly conversation: ConversationView | null
  readonly address: Address
}

const none: readonly OptOut[] = []

/// By what an address can be written to, each with one click; and what its owner has asked not to get.
export function useWaysTo({ contact, conversation, address }: Props): readonly Way[] {
  const all = useReach(contact.id, conversation)
  const own = all.filter((way) => way.address?.kind === address.kind && way.address.value === address.value)
  return own.filter((way, index) => own.findIndex((one) => one.channel === way.channel) === index)
}

export function WriteButtons(props: Props) {
  const ways = useWaysTo(props)
  return ways.map((way) => <One key={way.channel} {...props} way={way} />)
}

function One({ contact, conversation, address, way }: Props & { readonly way: Way }) {
  const t = useT()
  const kind = kindOfChannel(way.channel)
  const Icon = KIND_ICON[kind]
  const channel = kind === 'MESSENGER' ? way.account.name : t(KIND_WORD[kind])
  const why = isOpen(way) ? null : t(hindranceWords(way.hindrance ?? '').sentence, { channel })
  const says = t('write.byTo', { channel, address: address.value })
  const begin = () => {
    if (conversation === null) writeTo({ contact, channel: way.channel, to: address.value })
    else choices.write(conversation.id, { channel: way.channel, to: address.value, account: null })
  }
  return (
    <button
      type="button"
      className="ib"
      data-testid="write-to"
      data-channel={way.channel}
      aria-label={why === null ? says : `${says}: ${why}`}
      aria-disabled={why !== null}
      title={why ?? says}
      onClick={() => {
        if (why === null) begin()
      }}
    >
      <Icon size={16} stroke={1.75} aria-hidden />
    </button>
  )
}

/// What the owner of an address does not want to get; who may write can note it, and take it back.
export function useOptOutsOf({ contact, address }: Pick<Props, 'contact' | 'address'>): readonly OptOut[] {
  const { data } = useContact(contact.id)
  return (data?.optOuts ?? none).filter((one) => one.kind === address.kind && one.value === address.value)
}

export function RefusedChannels(props: Pick<Props, 'contact' | 'address'>) {
  const t = useT()
  const refused = useOptOutsOf(props)
  if (refused.length === 0) return null
  const channels = refused.map((one) => t(KIND_WORD[kindOfChannel(one.channel)])).join(' · ')
  const word = refused.find((one) => one.word !== null)?.word ?? null
  return (
    <span className="refused" data-testid="opted-out" title={word === null ? undefined : t('optOut.word', { word })}>
      <IconBellOff size={12} stroke={2} aria-hidden />
      <Say k="optOut.refused" values={{ channels }} />
    </span>
  )
}

export function OptOutMenu(props: Props) {
  const t = useT()
  const queries = useQueryClient()
  const may = useDesk((desk) => desk.snapshot?.me.privileges.includes('EDIT_CONTACTS') ?? false)
  const ways = useWaysTo(props)
  const refused = useOptOutsOf(props)
  const { contact, address } = props
  const { run, busy } = useCommand(async (channel: string, refuses: boolean) => {
    const path = { contact: contact.id, channel, value: address.value }
    await send(refuses ? 'PUT' : 'DELETE', '/api/contacts/{contact}/opt-outs/{channel}/{value}', { path })
    await queries.invalidateQueries({ queryKey: ['contacts'] })
  })
  const channels = [...new Set([...ways.map((way) => way.channel), ...refused.map((one) => one.channel)])]
  if (!may || channels.length === 0) return null
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <button type="button" className="ib address-more" disabled={busy} data-testid="address-more" aria-label={t('optOut.menu', { address: address.value })} title={t('optOut.title')}>
          <IconDots size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {channels.map((channel) => {
          const refuses = refused.some((one) => one.channel === channel)
          return (
            <Menu.Item
              key={channel}
              data-testid="opt-out"
              data-channel={channel}
              leftSection={refuses ? <IconCheck size={14} aria-hidden /> : <IconBellOff size={14} aria-hidden />}
              onClick={() => void run(channel, !refuses)}
            >
              <Say k={refuses ? 'optOut.allow' : 'optOut.refuse'} values={{ channel: t(KIND_WORD[kindOfChannel(channel)]) }} />
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}
