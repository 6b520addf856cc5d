import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { get } from '../../api/http.ts'
import type { Answered } from '../../api/operations.ts'
import type { Id } from '../../api/types.ts'
import { beginning } from '../report/report.ts'

export type ServiceLine = Answered<'GET', '/api/services'>[number]
export type ServiceView = Answered<'GET', '/api/services/{service}'>
export type ServiceSettings = ServiceView['settings']
export type ServiceUse = ServiceView['uses'][number]
export type ServiceChoices = Answered<'GET', '/api/service-choices'>
export type ReasonView = Answered<'GET', '/api/not-ready-reasons'>[number]
export type Medium = ServiceLine['medium']

/// Whether a service is open changes by itself, minute by minute.
const LOOK_EVERY_MS = 30_000

export function useServices() {
  return useQuery({ queryKey: ['admin', 'services'], queryFn: () => get('/api/services'), refetchInterval: LOOK_EVERY_MS })
}

export function useService(service: Id) {
  return useQuery({
    queryKey: ['admin', 'service', service],
    queryFn: () => get('/api/services/{service}', { path: { service } }),
  })
}

/// What the service received today, by the reader's clock; counted as the report of services counts.
export function useServiceToday(service: Id) {
  const asked = { from: beginning('today'), service }
  return useQuery({
    queryKey: ['admin', 'service-report', asked],
    queryFn: () => get('/api/service-reports', { query: asked }),
    refetchInterval: LOOK_EVERY_MS,
    placeholderData: keepPreviousData,
  })
}

/// The teams that may serve, and the skills that services may need.
export function useServiceChoices() {
  return useQuery({ queryKey: ['admin', 'service-choices'], queryFn: () => get('/api/service-choices') })
}

export function useReasons() {
  return useQuery({ queryKey: ['admin', 'reasons'], queryFn: () => get('/api/not-ready-reasons') })
}
