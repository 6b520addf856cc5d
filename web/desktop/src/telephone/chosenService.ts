import type { CallingService, Id } from '../api/types.ts'
import { useDesk } from '../desk/store.ts'
import { useCallServices } from './calls.ts'
import { useLastService } from './lastService.ts'

/// The service in whose name one calls: the one called with last; before, one of the agent's language; else the first.
/// Null for who may not call.
export function useChosenService(): CallingService | null {
  const services = useCallServices()
  const last = useLastService()
  const language = useDesk((desk) => desk.snapshot?.me.language ?? '')
  return chosenService(services, last, language)
}

export function chosenService(services: readonly CallingService[], last: Id | null, language: string): CallingService | null {
  return (
    services.find((one) => one.id === last) ??
    services.find((one) => one.languages.includes(language)) ??
    services[0] ??
    null
  )
}
