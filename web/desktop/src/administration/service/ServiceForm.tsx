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
      <Group heading="services.what" hint="services.whatHint">
        <TextInput
          label={<Say k="services.name" />}
          value={value.name}
          error={at('name')}
          maxLength={100}
          {...written(value.name)}
          data-testid="service-name"
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        {service.medium !== 'EMAIL' && <Amount draft={draft} field="priority" says="services.priority" hint="services.priorityHint" />}
      </Group>
      <Group heading="services.who" hint="services.whoHint">
        <Picks
          heading="services.teams"
          none="services.noTeams"
          options={choices.data.teams.map((one) => ({ value: one.id, label: one.name }))}
          chosen={value.teams}
          error={at('teams')}
          testId="service-teams"
          onChange={(teams) => set({ teams })}
        />
        <NeededSkills known={choices.data.skills} needed={value.skills} error={at('skills')} onChange={(skills) => set({ skills })} />
      </Group>
      <Group heading="services.giving" hint="services.givingHint">
        <Pair>
          <Amount draft={draft} field="offer" says="services.offer" hint="services.seconds" />
          <Amount draft={draft} field="relax" says="services.relax" hint="services.relaxHint" />
        </Pair>
        <Switched says="services.prefersLevel" hint="services.prefersLevelHint" on={value.prefersLevel} testId="service-level" onChange={(prefersLevel) => set({ prefersLevel })} />
        <Switched says="services.lastAgent" hint="services.lastAgentHint" on={value.lastAgent} testId="service-last" onChange={(lastAgent) => set({ lastAgent })} />
        {value.lastAgent && <Amount draft={draft} field="prefer" says="services.prefer" hint="services.seconds" />}
        {service.medium !== 'VOICE' && <Amount draft={draft} field="most" says="services.most" hint="services.mostHint" />}
      </Group>
      <Group heading="services.after" hint="services.afterHint">
        <Amount draft={draft} field="wrapUp" says="services.wrapUp" hint="services.wrapUpHint" />
        <Switched says="services.requires" hint="services.requiresHint" on={value.requires} testId="service-requires" onChange={(requires) => set({ requires })} />
      </Group>
      {service.medium === 'CHAT' && (
        <Group heading="services.ends" hint="services.endsHint">
          <Pair>
            <Amount draft={draft} field="inactivity" says="services.inactivity" hint="services.minutes" />
            <Amount draft={draft} field="absence" says="services.absence" hint="services.absenceHint" />
          </Pair>
          <Amount draft={draft} field="silence" says="services.silence" hint="services.minutes" />
        </Group>
      )}
      {service.medium !== 'EMAIL' && (
        <Group heading="services.promise" hint="services.promiseHint">
          <Pair>
            <Amount draft={draft} field="percent" says="services.percent" />
            <Amount draft={draft} field="promise" says="services.within" />
          </Pair>
        </Group>
      )}
      <Hours draft={draft} />
      {service.medium === 'CHAT' && (
        <Group heading="services.whenClosed" hint="services.whenClosedHint">
          <Said draft={draft} field="closedAr" says="services.closed.ar" language="ar" />
          <Said draft={draft} field="closedEn" says="services.closed.en" language="en" />
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
    <Group heading="services.hours" hint="services.hoursHint">
      <Choose
        label={<Say k="services.zone" />}
        value={value.zone}
        searchable
        nothingFoundMessage={t('admin.noneFound')}
        data={zones.includes(value.zone) ? zones : [value.zone, ...zones]}
        data-testid="service-zone"
        onChange={(zone) => zone !== null && set({ zone })}
      />
      {value.openings.length === 0 && (
        <p className="hint">
          <Say k="services.alwaysOpen" />
        </p>
      )}
      <HoursTable rows={value.openings} error={at('openings')} testId="service-hours" onChange={(openings) => set({ openings })} />
      <Textarea
        label={<Say k="services.holidays" />}
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
  readonly says: MessageKey
  readonly language: 'ar' | 'en'
}

/// What customers are told in a language; its direction is the language's, whatever the page's is.
function Said({ draft, field, says, language }: SaidProps) {
  return (
    <Textarea
      label={<Say k={says} />}
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
