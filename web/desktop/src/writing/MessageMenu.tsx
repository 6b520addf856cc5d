import './reword.css'
import { Button, Menu, Modal, Textarea } from '@mantine/core'
import { IconArrowBackUp, IconDots, IconHistory, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { send } from '../api/http.ts'
import { type Id, LIMITS, type MessageView } from '../api/types.ts'
import { serverNow } from '../desk/store.ts'
import type { MessageKey } from '../i18n/language.ts'
import { explain } from '../i18n/problems.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { written } from '../i18n/written.ts'
import { useClose } from '../shell/useClose.ts'
import { useCommand } from '../shell/useCommand.ts'
import { useColleagues } from '../telephone/colleagues.ts'
import { Earlier } from './Earlier.tsx'
import { type Kind, KIND_WORD } from './kinds.ts'
import { mentionsIn } from './mentions.ts'

/// How long what was written may be changed; the server decides.
const WITHIN_MS = 15 * 60_000

interface Props {
  readonly message: MessageView
  readonly conversation: Id
  readonly via: Kind
  /// Whether its chat goes on.
  readonly live: boolean
}

type Doing = 'edit' | 'withdraw' | 'earlier'

/// What can be made of a message of one's own; open as soon as it is there. What cannot be done says why.
export function MessageMenu({ message, conversation, via, live }: Props) {
  const t = useT()
  const [opened, setOpened] = useState(true)
  const [doing, setDoing] = useState<Doing | null>(null)
  const why = opened ? whyNot(message, via, live) : null
  const close = () => setDoing(null)
  return (
    <>
      <Menu opened={opened} onChange={setOpened} position="bottom-end" withinPortal>
        <Menu.Target>
          <button type="button" className="ib said-more" data-testid="message-menu" aria-label={t('message.more')} title={t('message.more')}>
            <IconDots size={14} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {why !== null && (
            <Menu.Label>
              <Say k={why} values={{ channel: <Say key="c" k={KIND_WORD[via]} /> }} />
            </Menu.Label>
          )}
          <Menu.Item leftSection={<IconPencil size={14} aria-hidden />} disabled={why !== null} data-testid="message-edit" onClick={() => setDoing('edit')}>
            <Say k="reword.edit" />
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowBackUp size={14} className="flip" aria-hidden />} disabled={why !== null} data-testid="message-withdraw" onClick={() => setDoing('withdraw')}>
            <Say k="reword.withdraw" />
          </Menu.Item>
          {message.changedAt !== null && (
            <Menu.Item leftSection={<IconHistory size={14} aria-hidden />} onClick={() => setDoing('earlier')}>
              <Say k="reword.earlier" />
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {doing === 'edit' && <Edit message={message} conversation={conversation} onClose={close} />}
      {doing === 'withdraw' && <Withdraw message={message} conversation={conversation} out={via !== 'WEB'} onClose={close} />}
      {doing === 'earlier' && <Earlier seq={message.seq} conversation={conversation} onClose={close} />}
    </>
  )
}

/// Where what has gone out can be changed.
const REWORDED: ReadonlySet<Kind> = new Set<Kind>(['WEB', 'TELEGRAM'])

function whyNot({ internal, at }: MessageView, via: Kind, live: boolean): MessageKey | null {
  if (!internal && !REWORDED.has(via)) return 'reword.whyOut'
  if (!internal && !live) return 'reword.whyOver'
  return serverNow() - Date.parse(at) > WITHIN_MS ? 'reword.whyLate' : null
}

interface DialogProps {
  readonly message: MessageView
  readonly conversation: Id
  readonly onClose: () => void
}

/// Stays open, with what is written in it, until the server has it.
function Edit({ message, conversation, onClose }: DialogProps) {
  const t = useT()
  const [text, setText] = useState(message.text)
  const [problem, setProblem] = useState<string | null>(null)
  const colleagues = useColleagues(message.internal)
  const { run, busy } = useCommand(
    async () => {
      const mentions = message.internal ? mentionsIn(text, colleagues) : []
      await send('PUT', '/api/conversations/{conversation}/messages/{seq}', { path: { conversation, seq: String(message.seq) }, body: { text: text.trim(), mentions } })
      onClose()
    },
    (error) => setProblem(explain(error, t)),
  )
  const left = LIMITS.message - text.trim().length
  const ready = text.trim() !== '' && left >= 0 && text.trim() !== message.text
  return (
    <Modal opened onClose={onClose} title={<Say k="reword.editTitle" />} closeButtonProps={useClose()} data-testid="message-editing">
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) void run()
        }}
      >
        <Textarea
          autosize
          minRows={2}
          maxRows={10}
          {...written(text)}
          data-autofocus
          data-testid="message-words"
          aria-label={t('reword.words')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <p className="hint">
          <Say k={message.internal ? 'reword.hintNote' : 'reword.hint'} />
        </p>
        {left < 0 && (
          <p className="hint err" role="alert">
            <Say k="composer.tooLong" values={{ count: -left }} />
          </p>
        )}
        {problem !== null && (
          <p className="hint err" role="alert">
            {problem}
          </p>
        )}
        <div className="row form-end">
          <Button variant="subtle" onClick={onClose}>
            <Say k="common.cancel" />
          </Button>
          <Button variant="filled" type="submit" loading={busy} disabled={!ready} data-testid="message-save">
            <Say k="reword.save" />
          </Button>
        </div>
      </form>
    </Modal>
  )
}

function Withdraw({ message, conversation, out, onClose }: DialogProps & { readonly out: boolean }) {
  const t = useT()
  const [problem, setProblem] = useState<string | null>(null)
  const { run, busy } = useCommand(
    async () => {
      await send('DELETE', '/api/conversations/{conversation}/messages/{seq}', { path: { conversation, seq: String(message.seq) } })
      onClose()
    },
    (error) => setProblem(explain(error, t)),
  )
  return (
    <Modal opened onClose={onClose} title={<Say k="reword.withdrawTitle" />} closeButtonProps={useClose()} data-testid="message-withdrawing">
      <div className="form">
        <p className="words reword-quoted" dir="auto">
          {message.text}
        </p>
        <p className="hint">
          <Say k={message.internal ? 'reword.withdrawHintNote' : out ? 'reword.withdrawHintOut' : 'reword.withdrawHint'} />
        </p>
        {problem !== null && (
          <p className="hint err" role="alert">
            {problem}
          </p>
        )}
        <div className="row form-end">
          <Button variant="subtle" onClick={onClose} data-autofocus>
            <Say k="common.cancel" />
          </Button>
          <Button variant="filled" color="red" loading={busy} data-testid="message-withdraw-yes" onClick={() => void run()}>
            <Say k="reword.withdraw" />
          </Button>
        </div>
      </div>
    </Modal>
  )
}
