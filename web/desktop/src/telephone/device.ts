import { useQuery, useQueryClient } from '@tanstack/react-query'
import { get, send } from '../api/http.ts'
import type { DeviceView } from '../api/types.ts'
import { type State, stateOf } from './state.ts'
import { useTelephone } from './store.ts'

/// What calls reach this user on: a browser, a telephone on the desk, or a number of their own.

export type DeviceWish = Pick<DeviceView, 'kind' | 'phone' | 'number'>

const KEY = ['device']
/// A telephone comes and goes without a word to the desk.
const LOOK_EVERY_MS = 5_000
/// Another window may have chosen otherwise.
const FRESH_MS = 60_000

function useAsked() {
  return useQuery({
    queryKey: KEY,
    queryFn: () => get('/api/device'),
    staleTime: FRESH_MS,
    refetchInterval: ({ state }) => (state.data?.kind === 'PHONE' ? LOOK_EVERY_MS : false),
  })
}

/// Null until it is known.
export function useDevice(): DeviceView | null {
  return useAsked().data ?? null
}

/// Whether this window is to open a telephone: not before it is known that calls come to browsers. Who cannot be told
/// gets one, rather than none.
export function useOpensTelephone(): boolean {
  const { data, isError } = useAsked()
  return data === undefined ? isError : data.kind === 'BROWSER'
}

/// Whether calls are spoken in a browser of this user, as far as is known.
export function useIsHere(): boolean {
  return (useDevice()?.kind ?? 'BROWSER') === 'BROWSER'
}

export function useChooseDevice(): (wish: DeviceWish) => Promise<void> {
  const queries = useQueryClient()
  return async (wish) => {
    await send('PUT', '/api/device', { body: wish })
    await queries.invalidateQueries({ queryKey: KEY })
  }
}

/// What the user is told of the telephone, whichever it is.
export function useTelephoneState(): State {
  const device = useDevice()
  const here = useTelephone(stateOf)
  switch (device?.kind) {
    case 'PHONE':
      return device.ready ? 'PHONE' : 'PHONE_AWAY'
    case 'NUMBER':
      return 'NUMBER'
    case 'BROWSER':
    case undefined:
      return here
  }
}

const WORKING: ReadonlySet<State> = new Set<State>(['CONNECTED', 'PHONE', 'NUMBER'])

export function works(state: State): boolean {
  return WORKING.has(state)
}

/// Whether a call would reach this user now.
export function useReachable(): boolean {
  return works(useTelephoneState())
}
