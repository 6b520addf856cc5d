import { Button, Select, Textarea } from '@mantine/core'
import { IconAlertCircle, IconCheck, IconChevronDown, IconInfoCircle, IconTag } from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import { Problem, send } from '../api/http.ts'
import { type ConversationView, type InteractionView, LIMITS } from '../api/types.ts'
import { useDesk } from '../desk/store.ts'
import { choiceName } from '../i18n/choices.ts'
import { useFormats } from '../i18n/formats.ts'
import type { MessageKey } from '../i18n/language.ts'
import { explain, sentenceOf } from '../i18n/problems.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { written } from '../i18n/written.ts'
import { KeyNames } from '../keyboard/KeyNames.tsx'
import { useShortcut } from '../keyboard/keys.ts'
import { notice } from '../shell/notices.ts'
import { useCommand } from '../shell/useCommand.ts'
import { kindOf, waitsForNobody } from '../writing/kinds.ts'
import { drafts } from './drafts.ts'
import { currentOf, liveMedia, needsDisposition } from './unread.ts'
import { type Edit, edits, shown, useEdits } from './wrapup.ts'

/// Notes and disposition of the interaction in hand, and the end of the conversation. A guest has none of it to note or
/// to end.
/// `children` stand below the disposition: what follows from it.
export function WrapUpDock({ conversation, children }: { readonly conversation: ConversationView; readonly children?: ReactNode }) {
  const interaction = currentOf(conversation)
  if (interaction === null || conversation.state === 'OFFERED' || conversation.guest) return null
  return (
    <Dock conversation={conversation} interaction={interaction}>
      {children}
    </Dock>
  )
}

interface DockProps {
  readonly conversation: ConversationView
  readonly interaction: InteractionView
}

function Dock({ conversation, interaction, children }: DockProps & { readonly children: ReactNode }) {
  const t = useT()
  const all = useEdits()
  const edit = all[interaction.id]
  const said = shown(conversation, interaction, all)
  const { notes, disposition } = said
  const chosen = interaction.dispositions.find((one) => one.id === disposition)
  const field = useRef<HTMLInputElement>(null)
  useShortcut('result', () => field.current?.focus())
  return (
    <section className="dock" aria-label={t('wrapUp.title')}>
      <div className="row">
        <h3>
          <Say k="wrapUp.title" />
        </h3>
        {needsDisposition(conversation) && disposition === null && (
          <span className="tag warn end">
            <Say k="wrapUp.required" />
          </span>
        )}
        <Saving edit={edit} />
      </div>
      <Select
        ref={field}
        aria-label={t('wrapUp.disposition')}
        placeholder={t('wrapUp.chooseDisposition')}
        data-testid="disposition"
        leftSection={<IconTag size={14} aria-hidden />}
        rightSection={<IconChevronDown size={14} aria-hidden />}
        rightSectionPointerEvents="none"
        data={interaction.dispositions.map((one) => ({ value: one.id, label: choiceName(one, t) }))}
        value={disposition}
        clearable
        clearButtonProps={{ 'aria-label': t('wrapUp.clearDisposition') }}
        checkIconPosition="right"
        onChange={(value) => edits.change(interaction, { ...said, disposition: value })}
      />
      {chosen !== undefined && !chosen.final && (
        <p className="hint">
          <IconInfoCircle size={12} stroke={2} aria-hidden />
          <Say k="wrapUp.notFinal" />
        </p>
      )}
      {children}
      <Textarea
        aria-label={t('wrapUp.notes')}
        placeholder={t('wrapUp.notes')}
        data-testid="notes"
        {...written(notes)}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={LIMITS.notes}
        value={notes}
        onChange={(event) => edits.change(interaction, { ...said, notes: event.currentTarget.value })}
        onBlur={() => void edits.flush(interaction.id)}
      />
      <Complete conversation={conversation} notes={notes} disposition={disposition} />
    </section>
  )
}

function Saving({ edit }: { readonly edit: Edit | undefined }) {
  const formats = useFormats()
  if (edit === undefined) return null
  switch (edit.saving) {
    case 'TYPED':
    case 'SENT':
      return (
        <span className="end micro subtle" role="status">
          <Say k="wrapUp.saving" />
        </span>
      )
    case 'SAVED':
      return (
        <span className="end row g2 micro subtle" role="status">
          <IconCheck size={12} stroke={2} aria-hidden />
          <Say k="wrapUp.saved" values={{ time: <Ltr key="t">{formats.time(edit.savedAt ?? 0)}</Ltr> }} />
        </span>
      )
    case 'FAILED':
      return (
        <span className="end row g2 micro bad" role="status">
          <IconAlertCircle size={12} stroke={2} aria-hidden />
          <Say k={edit.problem === null ? 'wrapUp.notSaved' : sentenceOf(edit.problem)} />
        </span>
      )
  }
}

interface CompleteProps {
  readonly conversation: ConversationView
  readonly notes: string
  readonly disposition: string | null
}

function Complete({ conversation, notes, disposition }: CompleteProps) {
  const t = useT()
  const synced = useDesk((desk) => desk.sync.state === 'IN_SYNC')
  const { run, busy } = useCommand(
    async () => {
      await Promise.all(conversation.interactions.map((one) => edits.flush(one.id)))
      await send('POST', '/api/conversations/{conversation}/complete', {
        path: { conversation: conversation.id },
        body: { seenSeq: conversation.lastSeq, disposition, notes },
      })
      for (const one of conversation.interactions) edits.forget(one.id)
      drafts.drop(conversation.id)
    },
    (error) => notice(error instanceof Problem && error.code === 'new-message' ? t('problem.newMessage') : explain(error, t)),
  )
  const why = whyNot(conversation, disposition, synced)
  useShortcut('complete', why === null ? () => void run() : null)
  return (
    <div>
      <Button
        fullWidth
        variant="filled"
        data-testid="complete"
        disabled={why !== null}
        aria-describedby="complete-why"
        loading={busy}
        onClick={() => void run()}
        rightSection={
          <span aria-hidden>
            <KeyNames of="complete" />
          </span>
        }
      >
        <Say k="wrapUp.complete" />
      </Button>
      <p className="hint dock-why" id="complete-why">
        <IconInfoCircle size={12} stroke={2} aria-hidden />
        <Say k={why ?? 'wrapUp.completeEnds'} />
      </p>
    </div>
  )
}

function whyLive(conversation: ConversationView): MessageKey {
  const live = liveMedia(conversation)
  if (!live.has('VOICE')) return 'wrapUp.whyLive'
  return conversation.interactions.some((one) => one.state === 'ACTIVE' && kindOf(one) === 'WEB') ? 'wrapUp.whyLiveBoth' : 'wrapUp.whyLiveCall'
}

/// Whether somebody waits at the other end. A mail, or a text, is completed as it stands: the customer's next one opens
/// another.
function isLive(conversation: ConversationView): boolean {
  if (conversation.state === 'OFFERED') return true
  return conversation.interactions.some((one) => one.state === 'OFFERED' || (one.state === 'ACTIVE' && !waitsForNobody(one)))
}

/// Why the conversation cannot be completed yet; null when it can.
function whyNot(
  conversation: ConversationView,
  disposition: string | null,
  synced: boolean,
): MessageKey | null {
  if (isLive(conversation)) return whyLive(conversation)
  if (needsDisposition(conversation) && disposition === null) return 'wrapUp.whyDisposition'
  if (!synced) return 'wrapUp.whyNotInSync'
  return null
}
