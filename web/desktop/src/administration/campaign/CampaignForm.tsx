import { Textarea, TextInput } from '@mantine/core'
import { send } from '../../api/http.ts'
import { choiceName } from '../../i18n/choices.ts'
import type { MessageKey } from '../../i18n/language.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { LEFT_TO_RIGHT, written } from '../../i18n/written.ts'
import { type Draft, useDraft } from '../drafts.ts'
import { Choose, Group, Pair, Switched } from '../fields.tsx'
import { useReadAgain } from '../queries.ts'
import { Sheet } from '../Sheet.tsx'
import { CallsField } from './CallsField.tsx'
import { DialRules } from './DialRules.tsx'
import { FieldsShown } from './FieldsShown.tsx'
import { HoursTable } from './HoursTable.tsx'
import { LocalRules } from './LocalRules.tsx'
import { QuotasField } from './QuotasField.tsx'
import { CAMPAIGN_FIELDS, type CampaignDraft, changeOf, draftOf, wrongCampaign } from './settings.ts'
import type { CampaignChoices, CampaignView, DispositionChoice } from './types.ts'

interface Props {
  readonly campaign: CampaignView
  readonly choices: CampaignChoices
  readonly dispositions: readonly DispositionChoice[]
}

/// How a campaign treats its records, its customers and its agents.
export function CampaignForm({ campaign, choices, dispositions }: Props) {
  const t = useT()
  const readAgain = useReadAgain()
  const draft = useDraft<CampaignDraft>(`campaigns ${campaign.id}`, draftOf(campaign), {
    check: wrongCampaign,
    fields: CAMPAIGN_FIELDS,
    save: async (one) => {
      await send('PUT', '/api/campaigns/{campaign}', { path: { campaign: campaign.id }, body: changeOf(one, campaign.settings) })
      await readAgain()
    },
  })
  const { value, set, at } = draft
  return (
    <Sheet draft={draft} title={<Say k="campaign.tab.settings" />}>
      <Group heading="campaign.what">
        <Text draft={draft} field="name" says="campaign.name" />
        <CallsField services={choices.services} value={value.calls} error={at('calls')} onChange={(calls) => set({ calls })} />
        <Switched
          says="campaign.enabled"
          hint="campaign.enabledHint"
          on={value.enabled}
          error={at('enabled')}
          testId="campaign-enabled"
          onChange={(enabled) => set({ enabled })}
        />
      </Group>
      <Group heading="campaign.preview" hint="campaign.previewHint">
        <Pair>
          <Text draft={draft} field="offer" says="campaign.offer" hint="campaign.offerHint" numeric />
          <Text draft={draft} field="timer" says="campaign.timer" hint="campaign.timerHint" numeric />
        </Pair>
        <Switched says="campaign.autoAccept" hint="campaign.autoAcceptHint" on={value.autoAccept} testId="campaign-auto" onChange={(autoAccept) => set({ autoAccept })} />
        <Switched says="campaign.reject" hint="campaign.rejectHint" on={value.rejectAllowed} testId="campaign-reject" onChange={(rejectAllowed) => set({ rejectAllowed })} />
        <Switched says="campaign.reveal" hint="campaign.revealHint" on={value.reveal} testId="campaign-reveal" onChange={(reveal) => set({ reveal })} />
        <Switched says="campaign.others" hint="campaign.othersHint" on={value.others} testId="campaign-others" onChange={(others) => set({ others })} />
        <Choose
          label={<Say k="campaign.default" />}
          description={<Say k="campaign.defaultHint" />}
          value={value.defaultResult}
          error={at('defaultResult')}
          data={dispositions.filter((one) => one.scope.preview && one.scope.selectable).map((one) => ({ value: one.id, label: choiceName(one, t) }))}
          data-testid="campaign-default"
          onChange={(defaultResult) => set({ defaultResult })}
        />
        <Switched says="campaign.explicit" hint="campaign.explicitHint" on={value.explicit} testId="campaign-explicit" onChange={(explicit) => set({ explicit })} />
        <Textarea
          label={<Say k="campaign.help" />}
          description={<Say k="campaign.helpHint" />}
          value={value.help}
          error={at('help')}
          maxLength={500}
          rows={2}
          {...written(value.help)}
          data-testid="campaign-help"
          onChange={(event) => set({ help: event.currentTarget.value })}
        />
      </Group>
      <Group heading="campaign.fields" hint="campaign.fieldsHint">
        <FieldsShown campaign={campaign.id} shown={value.shown} onChange={(shown) => set({ shown })} />
        {at('shown') !== undefined && <p className="meta admin-error">{at('shown')}</p>}
      </Group>
      <Group heading="campaign.skipping" hint="campaign.skippingHint">
        <Switched says="campaign.skip" hint="campaign.skipHint" on={value.skipAllowed} testId="campaign-skip" onChange={(skipAllowed) => set({ skipAllowed })} />
        {value.skipAllowed && (
          <>
            <Pair>
              <Text draft={draft} field="skipMinutes" says="campaign.skipDelay" hint="campaign.skipDelayHint" numeric />
              <Text draft={draft} field="maxSkips" says="campaign.maxSkips" hint="campaign.zeroNone" numeric />
            </Pair>
            <Textarea
              label={<Say k="campaign.reasons" />}
              description={<Say k="campaign.reasonsHint" />}
              value={value.reasons}
              error={at('reasons')}
              rows={3}
              {...written(value.reasons)}
              data-testid="campaign-reasons"
              onChange={(event) => set({ reasons: event.currentTarget.value })}
            />
          </>
        )}
      </Group>
      <Group heading="campaign.hours" hint="campaign.hoursHint">
        <HoursTable rows={value.hours} kinds error={at('hours')} testId="campaign-hours" onChange={(hours) => set({ hours })} />
        <Dates draft={draft} field="customerHolidays" says="campaign.customerHolidays" />
        <Switched says="campaign.safe" hint="campaign.safeHint" on={value.safeHours} testId="campaign-safe" onChange={(safeHours) => set({ safeHours })} />
        <Switched says="campaign.outside" hint="campaign.outsideHint" on={value.outside} testId="campaign-outside" onChange={(outside) => set({ outside })} />
      </Group>
      <Group heading="campaign.local" hint="campaign.localHint">
        <LocalRules rules={value.local} error={at('local')} onChange={(local) => set({ local })} />
      </Group>
      <Group heading="campaign.centre" hint="campaign.centreHint">
        <Choose
          label={<Say k="campaign.zone" />}
          value={value.zone}
          searchable
          nothingFoundMessage={t('admin.noneFound')}
          data={zones(value.zone)}
          onChange={(zone) => zone !== null && set({ zone })}
        />
        <HoursTable rows={value.openings} error={at('openings')} testId="campaign-openings" onChange={(openings) => set({ openings })} />
        <Dates draft={draft} field="centreHolidays" says="campaign.centreHolidays" />
      </Group>
      <Group heading="campaign.schedule" hint="campaign.scheduleHint">
        <HoursTable rows={value.runs} error={at('runs')} testId="campaign-runs" onChange={(runs) => set({ runs })} />
      </Group>
      <Group heading="campaign.limits" hint="campaign.limitsHint">
        <Pair>
          <Text draft={draft} field="perRecord" says="campaign.perRecord" numeric />
          <Text draft={draft} field="perDayRecord" says="campaign.perDayRecord" numeric />
        </Pair>
        <Pair>
          <Text draft={draft} field="perNumber" says="campaign.perNumber" numeric />
          <Text draft={draft} field="perDayNumber" says="campaign.perDayNumber" numeric />
        </Pair>
        <Switched says="campaign.least" hint="campaign.leastHint" on={value.leastAttempted} testId="campaign-least" onChange={(leastAttempted) => set({ leastAttempted })} />
      </Group>
      <Group heading="campaign.quotas" hint="campaign.quotasHint">
        <QuotasField
          campaign={campaign.id}
          choices={choices}
          dispositions={dispositions}
          quotas={value.quotas}
          error={at('quotas')}
          onChange={(quotas) => set({ quotas })}
        />
      </Group>
      <Group heading="campaign.dialRules" hint="campaign.dialRulesHint">
        <DialRules dispositions={dispositions} rules={value.dial} error={at('dial')} onChange={(dial) => set({ dial })} />
      </Group>
    </Sheet>
  )
}

/// Every zone, and the one that is stored, which may be none of them (UTC).
function zones(stored: string): string[] {
  const all = Intl.supportedValuesOf('timeZone')
  return all.includes(stored) ? all : [stored, ...all]
}

type TextField = { [F in keyof CampaignDraft]: CampaignDraft[F] extends string ? F : never }[keyof CampaignDraft]

interface TextProps {
  readonly draft: Draft<CampaignDraft>
  readonly field: TextField
  readonly says: MessageKey
  readonly hint?: MessageKey
  readonly numeric?: boolean
}

function Text({ draft, field, says, hint, numeric = false }: TextProps) {
  return (
    <TextInput
      label={<Say k={says} />}
      {...(hint === undefined ? {} : { description: <Say k={hint} /> })}
      value={draft.value[field]}
      error={draft.at(field)}
      {...(numeric ? { inputMode: 'numeric' as const, maxLength: 6 } : { maxLength: 100, ...written(draft.value[field]) })}
      data-testid={`campaign-${field}`}
      onChange={(event) => draft.set({ [field]: event.currentTarget.value })}
    />
  )
}

function Dates({ draft, field, says }: { readonly draft: Draft<CampaignDraft>; readonly field: TextField; readonly says: MessageKey }) {
  return (
    <Textarea
      label={<Say k={says} />}
      description={<Say k="campaign.datesHint" />}
      value={draft.value[field]}
      error={draft.at(field)}
      rows={2}
      {...LEFT_TO_RIGHT}
      data-testid={`campaign-${field}`}
      onChange={(event) => draft.set({ [field]: event.currentTarget.value })}
    />
  )
}
