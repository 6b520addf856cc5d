import { beforeEach, expect, test } from 'vitest'
import type { DeskEvent } from '../src/api/types.ts'
import { drafts } from '../src/conversation/drafts.ts'
import { useLogs } from '../src/conversation/log.ts'
import { type Edit, useEdits } from '../src/conversation/wrapup.ts'
import { takeFrame, takeSnapshot, useDesk, watchContacts } from '../src/desk/store.ts'
import { useOuts } from '../src/guest/out.ts'
import { choices, useChoices } from '../src/writing/chosen.ts'
import { conversation, interaction, message, snapshot } from './fixtures.ts'

const edit = (saving: Edit['saving']): Edit => ({ notes: 'asked', disposition: null, saving, savedAt: null, problem: null })
const sms = { channel: 'sms', to: null, account: null }
const tell = (...events: readonly DeskEvent[]) => takeFrame({ offset: (useDesk.getState().snapshot?.offset ?? 0) + 1, events })

beforeEach(() => {
  takeSnapshot(snapshot([conversation('1', [message(1, 'hello')], { interactions: [interaction({ id: '11' })] }), conversation('2', [], { interactions: [interaction({ id: '12' })] })]))
  useChoices.setState({ by: {}, asked: {} })
})

test('what was known of a conversation goes with it', () => {
  choices.write('1', sms)
  choices.write('2', sms)
  useEdits.setState({ 11: edit('SAVED'), 12: edit('SAVED') }, true)
  tell({ type: 'typing', conversation: '1' }, { type: 'typing', conversation: '2' })
  tell({ type: 'conversationRemoved', id: '1', why: null })
  expect(Object.keys(useDesk.getState().typing)).toEqual(['2'])
  expect(useChoices.getState()).toEqual({ by: { 2: sms }, asked: { 2: 1 } })
  expect(Object.keys(useEdits.getState())).toEqual(['12'])
  expect(Object.keys(useLogs.getState())).toEqual(['2'])
})

test('what is not saved or not sent stays', () => {
  choices.write('1', sms)
  drafts.write('1', 'sms', 'half')
  useEdits.setState({ 11: edit('TYPED') }, true)
  tell({ type: 'conversationRemoved', id: '1', why: null })
  expect(useChoices.getState().by).toEqual({ 1: sms })
  expect(Object.keys(useEdits.getState())).toEqual(['11'])
  expect(drafts.text('1', 'sms')).toBe('half')
})

test('whoever has sent what they typed is no longer typing', () => {
  tell({ type: 'typing', conversation: '1' })
  expect(Object.keys(useDesk.getState().typing)).toEqual(['1'])
  tell({ type: 'messageAdded', conversation: '1', message: message(2, 'and?') })
  expect(useDesk.getState().typing).toEqual({})
})

test('why a guest is out is told once, and nothing where they know', () => {
  tell({ type: 'conversationRemoved', id: '1', why: null })
  expect(useOuts.getState()).toEqual([])
  tell({ type: 'conversationRemoved', id: '2', why: 'REMOVED' })
  tell({ type: 'conversationRemoved', id: '2', why: 'REMOVED' })
  expect(useOuts.getState().map((one) => [one.conversation.id, one.why])).toEqual([['2', 'REMOVED']])
})

test('why a guest is out is told to a page that is loaded anew, and to nobody twice', () => {
  const out = { offset: 12, conversation: conversation('3'), why: 'ENDED' } as const
  const told = () => useOuts.getState().map((one) => one.conversation.id)
  useOuts.setState([], true)
  takeSnapshot({ ...snapshot([], 12), outs: [out] })
  expect(told()).toEqual(['3'])
  takeSnapshot({ ...snapshot([], 13), outs: [out] })
  expect(told()).toEqual(['3'])
  takeSnapshot({ ...snapshot([], 13), desk: '2', outs: [out] })
  expect(told()).toEqual(['3', '3'])
})

test('whoever watches contacts hears of each that is gone, as long as they watch', () => {
  const heard: string[] = []
  const stop = watchContacts((contacts) => heard.push(...contacts))
  tell({ type: 'contactsChanged', contacts: ['5', '6'] })
  stop()
  tell({ type: 'contactsChanged', contacts: ['7'] })
  expect(heard).toEqual(['5', '6'])
})
