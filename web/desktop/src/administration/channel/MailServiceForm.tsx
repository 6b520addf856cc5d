import { TextInput } from '@mantine/core'
import { send } from '../../api/http.ts'
import type { EmailRules, EmailService } from '../../api/types.ts'
import type { MessageKey } from '../../i18n/language.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { wholeNumber, wrongOf } from '../checks.ts'
import { useDraft, type Wrong } from '../drafts.ts'
import { Choose, Group, ltrOnceWritten, OneOf, Pair } from '../fields.tsx'
import { useReadAgain } from '../queries.ts'
import { type Head, Sheet } from '../Sheet.tsx'

type Way = 'OFFERED' | 'PULLED'

const WAYS: readonly { readonly value: Way; readonly label: MessageKey; readonly hint: MessageKey }[] = [
  { value: 'OFFERED', label: 'mailService.offered', hint: 'mailService.offeredHint' },
  { value: 'PULLED', label: 'mailService.pulled', hint: 'mailService.pulledHint' },
]

const PRECEDENCES: readonly MessageKey[] = ['mailService.normal', 'mailService.high', 'mailService.urgent']

type Unit = 'MINUTES' | 'HOURS' | 'DAYS'

const UNITS: Readonly<Record<Unit, { readonly minutes: number; readonly label: MessageKey }>> = {
  MINUTES: { minutes: 1, label: 'mailService.minutes' },
  HOURS: { minutes: 60, label: 'mailService.hours' },
  DAYS: { minutes: 24 * 60, label: 'mailService.days' },
}

const MOST_MINUTES = 30 * 24 * 60

interface MailServiceDraft {
  readonly way: Way
  readonly precedence: number
  readonly within: string
  readonly unit: Unit
}

function draftOf(rules: EmailRules): MailServiceDraft {
  const minutes = rules.answerWithinMinutes
  const unit: Unit = minutes % UNITS.DAYS.minutes === 0 && minutes > UNITS.DAYS.minutes ? 'DAYS' : minutes % UNITS.HOURS.minutes === 0 ? 'HOURS' : 'MINUTES'
  return { way: rules.pulled ? 'PULLED' : 'OFFERED', precedence: rules.precedence, within: String(minutes / UNITS[unit].minutes), unit }
}

function minutesOf(draft: MailServiceDraft): number | null {
  return wholeNumber(draft.within, 1, Math.floor(MOST_MINUTES / UNITS[draft.unit].minutes))
}

function wrongRules(draft: MailServiceDraft): Wrong<MailServiceDraft> {
  return wrongOf<MailServiceDraft>({ within: minutesOf(draft) === null ? 'mailService.withinWrong' : null })
}

/// How the mails of a service come to agents, and which of them first.
export function MailServiceForm({ service, head }: { readonly service: EmailService; readonly head: Head }) {
  const t = useT()
  const readAgain = useReadAgain()
  const draft = useDraft<MailServiceDraft>(`services ${service.id} mails`, draftOf(service.rules), {
    check: wrongRules,
    fields: { 'answer-within-invalid': 'within', 'precedence-invalid': 'precedence' },
    save: async (one) => {
      const body = {
        pulled: one.way === 'PULLED',
        precedence: one.precedence,
        answerWithinMinutes: (minutesOf(one) ?? 1) * UNITS[one.unit].minutes,
      }
      await send('PUT', '/api/emails/services/{service}', { path: { service: service.id }, body })
      await readAgain()
    },
  })
  const { value, set, at } = draft
  const known = PRECEDENCES.map((label, points) => ({ value: String(points), label: t(label) }))
  const others = value.precedence < PRECEDENCES.length ? [] : [{ value: String(value.precedence), label: String(value.precedence) }]
  return (
    <Sheet draft={draft} {...head}>
      <Group heading="mailService.way" hint="mailService.wayHint">
        <OneOf
          name={`way-${service.id}`}
          label={t('mailService.way')}
          options={WAYS}
          value={value.way}
          testId="mail-way"
          onChange={(way) => set({ way })}
        />
      </Group>
      <Group heading="mailService.order" hint="mailService.orderHint">
        <Choose
          label={<Say k="mailService.precedence" />}
          value={String(value.precedence)}
          error={at('precedence')}
          data={[...known, ...others]}
          data-testid="mail-precedence"
          onChange={(points) => set({ precedence: Number(points) })}
        />
        <Pair>
          <TextInput
            label={<Say k="mailService.within" />}
            value={value.within}
            error={at('within')}
            inputMode="numeric"
            maxLength={5}
            data-testid="mail-within"
            {...ltrOnceWritten(value.within)}
            onChange={(event) => set({ within: event.currentTarget.value })}
          />
          <Choose
            label={<Say k="mailService.unit" />}
            value={value.unit}
            data={(Object.keys(UNITS) as Unit[]).map((unit) => ({ value: unit, label: t(UNITS[unit].label) }))}
            data-testid="mail-unit"
            onChange={(unit) => set({ unit: (unit ?? 'HOURS') as Unit })}
          />
        </Pair>
      </Group>
    </Sheet>
  )
}
