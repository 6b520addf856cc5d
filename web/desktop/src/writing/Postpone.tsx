import '../queue/queue.css'
import { Button, Menu, Modal, Select, TextInput } from '@mantine/core'
import { IconChevronDown, IconClockPause } from '@tabler/icons-react'
import { useState } from 'react'
import { Problem, send } from '../api/http.ts'
import type { ConversationView, Id, InteractionView } from '../api/types.ts'
import { serverNow, useDesk } from '../desk/store.ts'
import type { MessageKey } from '../i18n/language.ts'
import { explain } from '../i18n/problems.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { written } from '../i18n/written.ts'
import { useShortcut } from '../keyboard/keys.ts'
import { useQueueAgain } from '../queue/queries.ts'
import { useClose } from '../shell/useClose.ts'
import { notice } from '../shell/notices.ts'
import { useCommand } from '../shell/useCommand.ts'
import { Matter } from './InteractionStrip.tsx'
import { momentOf, type When } from './moment.ts'

/// Longer than this the server keeps no note.
const NOTE = 500

const WHENS: readonly { readonly value: When; readonly label: MessageKey }[] = [
  { value: 'HOUR', label: 'postpone.inAnHour' },
  { value: 'HOURS', label: 'postpone.in3Hours' },
  { value: 'TOMORROW', label: 'postpone.tomorrow' },
  { value: 'WEEK', label: 'postpone.inAWeek' },
  { value: 'AT', label: 'postpone.at' },
]

/// Sets a mail aside until a moment; it comes back by itself. Nothing where there is no mail in hand.
export function Postpone({ conversation }: { readonly conversation: ConversationView }) {
  const t = useT()
  const synced = useDesk((desk) => desk.sync.state === 'IN_SYNC')
  const [chosen, setChosen] = useState<Id | null>(null)
  const mails = conversation.interactions.filter((one) => one.state === 'ACTIVE' && one.medium === 'EMAIL')
  const only = mails[0]
  useShortcut('postpone', synced && mails.length === 1 && only !== undefined ? () => setChosen(only.id) : null)
  if (only === undefined) return null
  const given = {
    size: 'xs',
    'data-testid': 'postpone',
    disabled: !synced,
    title: synced ? undefined : t('wrapUp.whyNotInSync'),
    leftSection: <IconClockPause size={14} aria-hidden />,
  } as const
  const open = mails.find((one) => one.id === chosen)
  return (
    <>
      {mails.length === 1 ? (
        <Button {...given} onClick={() => setChosen(only.id)}>
          <Say k="postpone.do" />
        </Button>
      ) : (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button {...given} rightSection={<IconChevronDown size={14} aria-hidden />}>
              <Say k="postpone.do" />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {mails.map((one) => (
              <Menu.Item key={one.id} data-testid="postpone-one" onClick={() => setChosen(one.id)}>
                <Say k="postpone.do" />
                <Matter message={conversation.messages.find((message) => message.interaction === one.id && !message.internal)?.id ?? null} />
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {open !== undefined && <PostponeDialog conversation={conversation} mail={open} onClose={() => setChosen(null)} />}
    </>
  )
}

interface DialogProps {
  readonly conversation: ConversationView
  readonly mail: InteractionView
  readonly onClose: () => void
}

function PostponeDialog({ conversation, mail, onClose }: DialogProps) {
  const t = useT()
  const close = useClose()
  const again = useQueueAgain()
  const [when, setWhen] = useState<When>('HOUR')
  const [at, setAt] = useState('')
  const [note, setNote] = useState('')
  const { run, busy } = useCommand(
    async () => {
      const until = momentOf(when, at, serverNow())
      if (until === null) return
      await send('POST', '/api/interactions/{interaction}/postpone', {
        path: { interaction: mail.id },
        body: { until, note: note.trim(), seenSeq: conversation.lastSeq },
      })
      await again()
    },
    (error) => notice(error instanceof Problem && error.code === 'new-message' ? t('postpone.newMessage') : explain(error, t)),
  )
  const submit = async () => {
    if (await run()) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={<Say k="postpone.title" />} closeButtonProps={close}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <p className="meta muted">
          <Say k="postpone.hint" />
        </p>
        <Select
          label={t('postpone.when')}
          data-testid="postpone-when"
          data-autofocus
          data={WHENS.map((one) => ({ value: one.value, label: t(one.label) }))}
          value={when}
          allowDeselect={false}
          onChange={(value) => setWhen((value ?? 'HOUR') as When)}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          rightSectionPointerEvents="none"
        />
        {when === 'AT' && (
          <TextInput
            type="datetime-local"
            dir="ltr"
            label={t('postpone.at')}
            data-testid="postpone-at"
            value={at}
            onChange={(event) => setAt(event.currentTarget.value)}
          />
        )}
        <TextInput
          label={t('postpone.note')}
          data-testid="postpone-note"
          maxLength={NOTE}
          {...written(note)}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <div className="row form-end">
          <Button onClick={onClose}>
            <Say k="common.cancel" />
          </Button>
          <Button type="submit" variant="filled" data-testid="postpone-submit" loading={busy} disabled={momentOf(when, at, serverNow()) === null}>
            <Say k="postpone.do" />
          </Button>
        </div>
      </form>
    </Modal>
  )
}
