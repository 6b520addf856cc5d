import { describe, expect, test } from 'vitest'
import type { ConversationView, InteractionView } from '../src/api/types.ts'
import { type Edit, shown } from '../src/conversation/wrapup.ts'

const choices = [{ id: '5' }] as unknown as InteractionView['dispositions']
const over = (id: string, notes = '', disposition: string | null = null) =>
  ({ id, state: 'WRAP_UP', notes, disposition, dispositions: choices }) as unknown as InteractionView
const typed = (notes: string, disposition: string | null): Edit => ({ notes, disposition, saving: 'TYPED', savedAt: null, problem: null })
const of = (...interactions: InteractionView[]) => ({ interactions }) as unknown as ConversationView

describe('the dock of what is over', () => {
  test('shows what was typed for the chat when the call, which is newer, is what is noted in the end', () => {
    const [chat, call] = [over('1'), over('2')]
    expect(shown(of(chat, call), call, { '1': typed('Wants to fly on Thursday', '5') })).toEqual({ notes: 'Wants to fly on Thursday', disposition: '5' })
  })

  test('shows what is saved of another one', () => {
    const [chat, call] = [over('1', 'Asked for the price', '5'), over('2')]
    expect(shown(of(chat, call), call, {})).toEqual({ notes: 'Asked for the price', disposition: '5' })
  })

  test('offers no disposition that its own service has not', () => {
    const [chat, call] = [over('1', 'Asked for the price', '6'), over('2')]
    expect(shown(of(chat, call), call, {})).toEqual({ notes: 'Asked for the price', disposition: null })
  })

  test('shows its own as soon as there is something, be it that all was taken away', () => {
    const [chat, call] = [over('1', 'Asked for the price', '5'), over('2', 'Called back')]
    expect(shown(of(chat, call), call, {})).toEqual({ notes: 'Called back', disposition: null })
    expect(shown(of(chat, over('3')), over('3'), { '3': typed('', null) })).toEqual({ notes: '', disposition: null })
  })

  test('shows nothing of others while its own goes on, or others do', () => {
    const chat = over('1', 'Asked for the price', '5')
    const call = { ...over('2'), state: 'ACTIVE' as const }
    expect(shown(of(chat, call), call, {})).toEqual({ notes: '', disposition: null })
    expect(shown(of({ ...chat, state: 'ENDED' }, over('2')), over('2'), {})).toEqual({ notes: '', disposition: null })
  })
})
