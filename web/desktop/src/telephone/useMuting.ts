import { useWish, type Wished } from '../shell/useWish.ts'
import { hush } from './store.ts'

/// Silence is not to wait for the server; speech is.
export function useMuting(muted: boolean, send: (muted: boolean) => Promise<unknown>): Wished<boolean> {
  const wish = useWish(muted, async (wanted: boolean) => {
    try {
      await send(wanted)
    } catch (error) {
      hush(false)
      throw error
    }
  })
  return {
    ...wish,
    want: (wanted) => {
      hush(wanted)
      wish.want(wanted)
    },
  }
}
