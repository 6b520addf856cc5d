import { afterEach, beforeEach, expect, test, vi } from 'vitest'

let kept: Map<string, string>

beforeEach(() => {
  kept = new Map()
  vi.resetModules()
  vi.stubGlobal('localStorage', { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, text: string) => kept.set(name, text) })
  vi.stubGlobal('document', { documentElement: { dataset: {} } })
})

afterEach(() => vi.unstubAllGlobals())

const load = () => import('../src/settings/settings.ts')

test('what is not set is as usual', async () => {
  kept.set('hiwar.settings', '{"sound":false}')
  const { useSettings } = await load()
  expect(useSettings.getState()).toEqual({ density: 'comfortable', sound: false, notify: true, singleKeys: true })
})

test('what somebody else has written there harms nobody', async () => {
  kept.set('hiwar.settings', 'not json')
  const { useSettings } = await load()
  expect(useSettings.getState().sound).toBe(true)
})

test('a choice holds at once, and after a reload', async () => {
  const { change } = await load()
  change({ density: 'compact' })
  expect(document.documentElement.dataset['density']).toBe('compact')
  vi.resetModules()
  const { useSettings } = await load()
  expect(useSettings.getState().density).toBe('compact')
})

test('nothing sounds where the sound is switched off', async () => {
  const made = vi.fn()
  vi.stubGlobal('AudioContext', made)
  const { change } = await load()
  change({ sound: false })
  const { ring } = await import('../src/offer/ring.ts')
  ring('CUSTOMER')()
  expect(made).not.toHaveBeenCalled()
})
