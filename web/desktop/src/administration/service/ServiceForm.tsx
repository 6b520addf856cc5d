import { Textarea, TextInput } from '@mantine/core'
import { send } from '../../api/http.ts'
import type { MessageKey } from '../../i18n/language.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { LEFT_TO_RIGHT, written } from '../../i18n/written.ts'
import { HoursTable } from '../campaign/HoursTable.tsx'
import { type Draft, useDraft } from '../drafts.ts'
import { Choose, Group, ltrOnceWritten, Pair, Switched } from '../fields.tsx'
import { useReadAgain } from '../queries.ts'
import { type Head, Reading, Sheet } from '../Sheet.tsx'
import { Picks } from '../template/Picks.tsx'
import { type ServiceView, useServiceChoices } from './queries.ts'
import { draftOf, type NumberField, SERVICE_FIELDS, type ServiceDraft, settingsOf, wrongService } from './settings.ts'
import { NeededSkills } from './NeededSkills.tsx'

/// Who serves, how work comes to agents, what they do after it, and when it is open.
export function ServiceForm({ service, head }: { readonly service: ServiceView; readonly head: Head }) {
  const readAgain = useReadAgain()
  const choices = useServiceChoices()
  const draft = useDraft<ServiceDraft>(`services ${service.id}`, draftOf(service.settings), {
    check: wrongService,
    fields: SERVICE_FIELDS,
    save: async (one) => {
      await send('PUT', '/api/services/{service}', { path: { service: service.id }, body: settingsOf(one) })
      await readAgain()
    },
  })
  if (choices.data === undefined) return <Reading error={choices.error} />
  const { value, set, at } = draft
  return (
    <Sheet draft={draft} {...head}>
      <Group heading="service.what" hint="service.whatHint">
        <TextInput
          label={<Say k="service.name" />}
          value={value.name}
          error={at('name')}
          maxLength={100}
          {...written(value.name)}
          data-testid="service-name"
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        {service.medium !== 'EMAIL' && <Amount draft={draft} field="priority" says="service.priority" hint="service.priorityHint" />}
      </Group>
      <Group heading="service.who" hint="service.whoHint">
        <Picks
          heading="service.teams"
          none="service.noTeams"
          options={choices.data.teams.map((one) => ({ value: one.id, label: one.name }))}
          chosen={value.teams}
          error={at('teams')}
          testId="service-teams"
          onChange={(teams) => set({ teams })}
        />
        <NeededSkills known={choices.data.skills} needed={value.skills} error={at('skills')} onChange={(skills) => set({ skills })} />
      </Group>
      <Group heading="service.giving" hint="service.givingHint">
        <Pair>
          <Amount draft={draft} field="offer" says="service.offer" hint="service.seconds" />
          <Amount draft={draft} field="relax" says="service.relax" hint="service.relaxHint" />
        </Pair>
        <Switched says="service.prefersLevel" hint="service.prefersLevelHint" on={value.prefersLevel} testId="service-level" onChange={(prefersLevel) => set({ prefersLevel })} />
        <Switched says="service.lastAgent" hint="service.lastAgentHint" on={value.lastAgent} testId="service-last" onChange={(lastAgent) => set({ lastAgent })} />
        {value.lastAgent && <Amount draft={draft} field="prefer" says="service.prefer" hint="service.seconds" />}
      </Group>
      <Group heading="service.after" hint="service.afterHint">
        <Amount draft={draft} field="wrapUp" says="service.wrapUp" hint="service.wrapUpHint" />
        <Switched says="service.requires" hint="service.requiresHint" on={value.requires} testId="service-requires" onChange={(requires) => set({ requires })} />
      </Group>
      {service.medium === 'CHAT' && (
        <Group heading="service.ends" hint="service.endsHint">
          <Pair>
            <Amount draft={draft} field="inactivity" says="service.inactivity" hint="service.minutes" />
            <Amount draft={draft} field="absence" says="service.absence" hint="service.absenceHint" />
          </Pair>
          <Amount draft={draft} field="silence" says="service.silence" hint="service.minutes" />
        </Group>
      )}
      {service.medium !== 'EMAIL' && (
        <Group heading="service.promise" hint="service.promiseHint">
          <Pair>
            <Amount draft={draft} field="percent" says="service.percent" />
            <Amount draft={draft} field="promise" says="service.within" />
          </Pair>
        </Group>
      )}
      <Hours draft={draft} />
      {service.medium === 'CHAT' && (
        <Group heading="service.whenClosed" hint="service.whenClosedHint">
          <Said draft={draft} field="closedAr" language="ar" />
          <Said draft={draft} field="closedEn" language="en" />
        </Group>
      )}
    </Sheet>
  )
}

function Hours({ draft }: { readonly draft: Draft<ServiceDraft> }) {
  const t = useT()
  const { value, set, at } = draft
  const zones = Intl.supportedValuesOf('timeZone')
  return (
    <Group heading="service.hours" hint="service.hoursHint">
      <Choose
        label={<Say k="service.zone" />}
        value={value.zone}
        searchable
        nothingFoundMessage={t('admin.noneFound')}
        data={zones.includes(value.zone) ? zones : [value.zone, ...zones]}
        data-testid="service-zone"
        onChange={(zone) => zone !== null && set({ zone })}
      />
      {value.openings.length === 0 && (
        <p className="hint">
          <Say k="service.alwaysOpen" />
        </p>
      )}
      <HoursTable rows={value.openings} error={at('openings')} testId="service-hours" onChange={(openings) => set({ openings })} />
      <Textarea
        label={<Say k="service.holidays" />}
        description={<Say k="campaign.datesHint" />}
        value={value.holidays}
        error={at('holidays')}
        rows={2}
        {...LEFT_TO_RIGHT}
        data-testid="service-holidays"
        onChange={(event) => set({ holidays: event.currentTarget.value })}
      />
    </Group>
  )
}

interface SaidProps {
  readonly draft: Draft<ServiceDraft>
  readonly field: 'closedAr' | 'closedEn'
  readonly language: 'ar' | 'en'
}

/// What customers are told in a language; its direction is the language's, whatever the page's is.
function Said({ draft, field, language }: SaidProps) {
  return (
    <Textarea
      label={<Say k={`service.closed.${language}`} />}
      value={draft.value[field]}
      error={draft.at(field)}
      rows={2}
      maxLength={500}
      lang={language}
      dir={language === 'ar' ? 'rtl' : 'ltr'}
      data-testid={`service-${field}`}
      onChange={(event) => draft.set({ [field]: event.currentTarget.value })}
    />
  )
}

interface AmountProps {
  readonly draft: Draft<ServiceDraft>
  readonly field: NumberField
  readonly says: MessageKey
  readonly hint?: MessageKey
}

function Amount({ draft, field, says, hint }: AmountProps) {
  return (
    <TextInput
      label={<Say k={says} />}
      {...(hint === undefined ? {} : { description: <Say k={hint} /> })}
      value={draft.value[field]}
      error={draft.at(field)}
      inputMode="numeric"
      maxLength={6}
      {...ltrOnceWritten(draft.value[field])}
      data-testid={`service-${field}`}
      onChange={(event) => draft.set({ [field]: event.currentTarget.value })}
    />
  )
}
