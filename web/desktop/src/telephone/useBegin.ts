import { useNavigate } from 'react-router'
import { send } from '../api/http.ts'
import type { Id } from '../api/types.ts'
import { useCommand } from '../shell/useCommand.ts'
import { useCallServices } from './calls.ts'
import { useChosenService } from './chosenService.ts'
import { lastService } from './lastService.ts'

export interface Wanted {
  readonly number: string
  /// Null: the one in the dial field.
  readonly service?: Id | null
  readonly contact?: Id
  readonly conversation?: Id
}

/// Calls a number and opens the conversation the call belongs to.
export function useBegin() {
  const navigate = useNavigate()
  const services = useCallServices()
  const chosen = useChosenService()
  const { run, busy } = useCommand(async ({ number, service, contact, conversation }: Wanted) => {
    const wanted = services.find((one) => one.id === service) ?? chosen
    if (wanted === null) return
    const begun = await send('POST', '/api/calls', {
      body: {
        number,
        service: wanted.id,
        ...(contact === undefined ? {} : { contact }),
        ...(conversation === undefined ? {} : { conversation }),
      },
    })
    lastService.keep(wanted.id)
    void navigate(`/conversations/${begun.conversation}`)
  })
  return { begin: run, busy, possible: services.length > 0 }
}
