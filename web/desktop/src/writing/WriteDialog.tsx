import { Modal } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useId, useMemo, useRef } from 'react'
import { useNavigate } from 'react-router'
import { uuid } from '../api/http.ts'
import { useContact } from '../contact/queries.ts'
import { nameOf } from '../contact/names.ts'
import { drafts } from '../conversation/drafts.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { useCommand } from '../shell/useCommand.ts'
import { ChannelTabs } from './ChannelTabs.tsx'
import { shownTab, tabsOf, wayOf } from './choice.ts'
import { choices, useChoices } from './chosen.ts'
import { type Addressee, placeOf, stopWriting, useAddressee } from './dialog.ts'
import { LaterMailForm } from './LaterMailForm.tsx'
import { useReach } from './reach.ts'
import { sendBy, type SentRoad } from './road.ts'
import { TextForm } from './TextForm.tsx'

/// Writes to a contact with whom nothing is going on: what is sent begins a conversation, which is then opened.
export function WriteDialog() {
  const t = useT()
  const addressee = useAddressee((all) => all.addressee)
  if (addressee === null) return null
  return (
    <Modal
      opened
      onClose={stopWriting}
      size="lg"
      title={<Say k="write.title" values={{ name: <bdi key="n">{nameOf(addressee.contact, t)}</bdi> }} />}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      data-testid="write-dialog"
    >
      <Writing addressee={addressee} />
    </Modal>
  )
}

function Writing({ addressee }: { readonly addressee: Addressee }) {
  const t = useT()
  const navigate = useNavigate()
  const { contact } = addressee
  const place = placeOf(contact.id)
  const panel = useId()
  const ways = useReach(contact.id, null)
  const preferred = useContact(contact.id).data?.preferredChannel ?? null
  const tabs = useMemo(() => tabsOf([], ways, preferred), [ways, preferred])
  const chosen = useChoices((all) => all.by[place] ?? null) ?? wanted(addressee)
  const tab = shownTab(tabs, null, chosen)
  const way = tab === null ? null : wayOf(tab, chosen, addressee.to)
  // The same one until it is sent: what is sent twice is stored once.
  const id = useRef(uuid())
  const { run, busy } = useCommand(async (text: string, road: SentRoad) => {
    const sent = await sendBy(road, id.current, text, { conversation: null, contact: contact.id })
    drafts.drop(place)
    stopWriting()
    void navigate(`/conversations/${sent.conversation}`)
  })
  const given = {
    place,
    contact: contact.id,
    conversation: null,
    way,
    busy,
    name: nameOf(contact, t),
    onWay: (one: NonNullable<typeof way>) => choices.choose(place, { channel: one.channel, to: one.address?.value ?? null, account: one.account.id }),
    onSend: (text: string, road: SentRoad) => void run(text, road),
  }
  return (
    <div className="composer write-composer">
      <ChannelTabs
        place={place}
        tabs={tabs}
        shown={tab}
        panel={panel}
        onChoose={({ channel }) => choices.write(place, { channel, to: null, account: null })}
      />
      <div id={panel} role="tabpanel">
        {tab === null || way === null ? (
          <p className="composer-none">
            <IconInfoCircle size={14} aria-hidden />
            <Say k="composer.noWay" />
          </p>
        ) : tab.kind === 'EMAIL' ? (
          <LaterMailForm key={tab.channel} {...given} tab={tab} way={way} answering={null} />
        ) : (
          <TextForm key={tab.channel} {...given} tab={tab} way={way} />
        )}
      </div>
    </div>
  )
}

function wanted({ channel, to }: Addressee) {
  return channel === null ? null : { channel, to, account: null }
}
