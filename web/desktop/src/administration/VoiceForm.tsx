import { TextInput } from '@mantine/core'
import { send } from '../api/http.ts'
import type { Id, NumberView, VoiceView } from '../api/types.ts'
import type { MessageKey } from '../i18n/language.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { wholeNumber, wrongOf } from './checks.ts'
import { useDraft, type Wrong } from './drafts.ts'
import { Choose, Group, ltrOnceWritten, OneOf } from './fields.tsx'
import { useReadAgain } from './queries.ts'
import { type Head, Sheet } from './Sheet.tsx'

interface Props {
  readonly service: { readonly id: Id; readonly name: string }
  readonly head: Head
  readonly stored: VoiceView
  readonly numbers: readonly NumberView[]
}

type Recording = VoiceView['recording']

const RECORDING: readonly { readonly value: Recording; readonly label: MessageKey; readonly hint: MessageKey }[] = [
  { value: 'ANNOUNCED', label: 'admin.recordAnnounced', hint: 'admin.recordAnnouncedHint' },
  { value: 'ON', label: 'admin.recordOn', hint: 'admin.recordOnHint' },
  { value: 'OFF', label: 'admin.recordOff', hint: 'admin.recordOffHint' },
]

type Announce = NonNullable<VoiceView['announce']>

const ANNOUNCE: readonly { readonly value: Announce; readonly label: MessageKey; readonly hint: MessageKey }[] = [
  { value: 'NOTHING', label: 'admin.announceNothing', hint: 'admin.announceNothingHint' },
  { value: 'POSITION', label: 'admin.announcePosition', hint: 'admin.announcePositionHint' },
  { value: 'WAIT', label: 'admin.announceWait', hint: 'admin.announceWaitHint' },
]

/// As stored, but the seconds as they are being written.
type VoiceDraft = Omit<VoiceView, 'announceEvery'> & { readonly announceEvery: string }

/// Of seconds from one announcement to the next, and what it is as long as nobody says.
const LEAST = 20
const MOST = 600
const USUAL = 45

function wrongVoice(draft: VoiceDraft): Wrong<VoiceDraft> {
  const told = draft.announce !== null && draft.announce !== 'NOTHING'
  return wrongOf<VoiceDraft>({ announceEvery: told && wholeNumber(draft.announceEvery, LEAST, MOST) === null ? 'admin.announceEveryWrong' : null })
}

/// Stands for no number of its own in a list whose other values are ids.
const NONE = ''

/// What a service does with calls.
export function VoiceForm({ service, head, stored, numbers }: Props) {
  const t = useT()
  const readAgain = useReadAgain()
  const before: VoiceDraft = { ...stored, announceEvery: String(stored.announceEvery ?? USUAL) }
  const draft = useDraft<VoiceDraft>(`services ${service.id} calls`, before, {
    check: wrongVoice,
    fields: { 'number-unknown': 'callerId', 'announce-every-invalid': 'announceEvery' },
    save: async (one) => {
      const voice = { ...one, announceEvery: wholeNumber(one.announceEvery, LEAST, MOST) }
      await send('PUT', '/api/services/{service}/voice', { path: { service: service.id }, body: voice })
      await readAgain()
    },
  })
  const { value, set, at } = draft
  return (
    <Sheet draft={draft} {...head}>
      <Group heading="admin.callerId" hint="admin.callerIdHint">
        <Choose
          label={<Say k="admin.callerIdLabel" />}
          value={value.callerId ?? NONE}
          error={at('callerId')}
          searchable={numbers.length > 10}
          data={[{ value: NONE, label: t('admin.callerIdNone') }, ...numbers.map((one) => ({ value: one.id, label: `\u2066${one.number}\u2069` }))]}
          data-testid="voice-caller-id"
          onChange={(id) => set({ callerId: id === NONE ? null : id })}
        />
      </Group>
      <Group heading="admin.recording" hint="admin.recordingHint">
        <OneOf
          name={`recording-${service.id}`}
          label={t('admin.recording')}
          options={RECORDING}
          value={value.recording}
          testId="voice-recording"
          onChange={(recording) => set({ recording })}
        />
      </Group>
      <Group heading="admin.waiting" hint="admin.waitingHint">
        <OneOf
          name={`announce-${service.id}`}
          label={t('admin.waiting')}
          options={ANNOUNCE}
          value={value.announce ?? 'NOTHING'}
          testId="voice-announce"
          onChange={(announce) => set({ announce })}
        />
        {value.announce !== null && value.announce !== 'NOTHING' && (
          <TextInput
            className="admin-short"
            label={<Say k="admin.announceEvery" />}
            value={value.announceEvery}
            error={at('announceEvery')}
            inputMode="numeric"
            maxLength={4}
            data-testid="voice-announce-every"
            {...ltrOnceWritten(value.announceEvery)}
            onChange={(event) => set({ announceEvery: event.currentTarget.value })}
          />
        )}
      </Group>
    </Sheet>
  )
}
