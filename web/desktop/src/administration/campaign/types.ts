import type { Answered } from '../../api/operations.ts'
import type { MessageKey } from '../../i18n/language.ts'

/// Names for parts of the server's description that campaigns are made of.

export type CampaignView = Answered<'GET', '/api/campaigns/{campaign}'>
export type CampaignChoices = Answered<'GET', '/api/campaign-choices'>
export type DispositionChoice = Answered<'GET', '/api/dispositions'>[number]
export type Settings = CampaignView['settings']
export type OfList = Answered<'GET', '/api/campaigns/{campaign}/progress'>['lists'][number]
export type OfQuota = Answered<'GET', '/api/campaigns/{campaign}/progress'>['quotas'][number]
export type Diagnosis = Answered<'GET', '/api/campaigns/{campaign}/diagnostics'>[number]['code']
export type BoundList = Answered<'GET', '/api/campaigns/{campaign}/lists'>[number]
export type Filter = BoundList['filter'][number]
export type Schedule = Settings['rules']['hours']['schedules'][number]
export type Hours = Schedule['hours']
export type Day = Hours['days'][number]
export type Kind = Schedule['kinds'][number]
export type DialRule = Settings['rules']['dialRules'][string]
export type Quota = Settings['rules']['quotas']['quotas'][number]
export type Action = DialRule['action']

export const DAYS: readonly Day[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']

export const KINDS: Readonly<Record<Kind, MessageKey>> = {
  MOBILE: 'campaign.kind.MOBILE',
  HOME: 'campaign.kind.HOME',
  WORK: 'campaign.kind.WORK',
  OTHER: 'campaign.kind.OTHER',
}

export const ACTIONS: Readonly<Record<Action, MessageKey>> = {
  WAIT: 'campaign.action.WAIT',
  RESCHEDULE: 'campaign.action.RESCHEDULE',
  STOP_NUMBER: 'campaign.action.STOP_NUMBER',
  STOP_RECORD: 'campaign.action.STOP_RECORD',
  STOP_NUMBER_EVERYWHERE: 'campaign.action.STOP_NUMBER_EVERYWHERE',
}
