import { create } from 'zustand'
import type { Chosen } from './choice.ts'

/// What agents have chosen in each place, for as long as the page is open, and where the cursor is wanted.
interface Choices {
  readonly by: Readonly<Record<string, Chosen>>
  /// Grows whenever the composer of a place is asked for.
  readonly asked: Readonly<Record<string, number>>
}

export const useChoices = create<Choices>(() => ({ by: {}, asked: {} }))

export const choices = {
  choose(place: string, chosen: Chosen): void {
    useChoices.setState(({ by }) => ({ by: { ...by, [place]: chosen } }))
  },

  /// Chooses, and puts the cursor where the words go.
  write(place: string, chosen: Chosen): void {
    useChoices.setState(({ by, asked }) => ({
      by: { ...by, [place]: chosen },
      asked: { ...asked, [place]: (asked[place] ?? 0) + 1 },
    }))
  },

  /// Nobody writes in this place any more.
  forget(place: string): void {
    useChoices.setState(({ by }) => {
      const { [place]: _, ...others } = by
      return { by: others }
    })
    choices.answered(place)
  },

  /// The cursor is there.
  answered(place: string): void {
    useChoices.setState(({ asked }) => {
      const { [place]: _, ...others } = asked
      return { asked: others }
    })
  },
}
