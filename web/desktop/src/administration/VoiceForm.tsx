import { send } from '../api/http.ts'
import type { Id, NumberView, VoiceView } from '../api/types.ts'
import type { MessageKey } from '../i18n/language.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { useDraft } from './drafts.ts'
import { Choose, Group, OneOf } from './fields.tsx'
import { useReadAgain } from './queries.ts'
import { Sheet } from './Sheet.tsx'

interface Props {
  readonly service: { readonly id: Id; readonly name: string }
  readonly stored: VoiceView
  readonly numbers: readonly NumberView[]
}

type Recording = VoiceView['recording']

const RECORDING: readonly { readonly value: Recording; readonly label: MessageKey; readonly hint: MessageKey }[] = [
  { value: 'ANNOUNCED', label: 'admin.recordAnnounced', hint: 'admin.recordAnnouncedHint' },
  { value: 'ON', label: 'admin.recordOn', hint: 'admin.recordOnHint' },
  { value: 'OFF', label: 'admin.recordOff', hint: 'admin.recordOffHint' },
]

/// Stands for no number of its own in a list whose other values are ids.
const NONE = ''

export function VoiceForm({ service, stored, numbers }: Props) {
  const t = useT()
  const readAgain = useReadAgain()
  const draft = useDraft<VoiceView>(`services ${service.id}`, stored, {
    check: () => ({}),
    fields: { 'number-unknown': 'callerId' },
    save: async (voice) => {
      await send('PUT', '/api/services/{service}/voice', { path: { service: service.id }, body: voice })
      await readAgain()
    },
  })
  const { value, set, at } = draft
  return (
    <Sheet draft={draft} title={<bdi>{service.name}</bdi>}>
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
    </Sheet>
  )
}
