import { afterEach, beforeEach, expect, test, vi } from 'vitest'

/// Windows of one browser, each with its own modules and its own sound; the locks are of all of them.

interface Waiting {
  readonly name: string
  readonly run: () => Promise<void>
  readonly owner: number
}

let rang: number[]
let line: Waiting[]
let window = 0

/// The first in line has the lock.
function pass(name: string): void {
  const first = line.find((one) => one.name === name)
  if (first !== undefined) void first.run().then(() => leave(first))
}

function leave(one: Waiting): void {
  const first = line.find(({ name }) => name === one.name) === one
  line = line.filter((each) => each !== one)
  if (first) pass(one.name)
}

const locks = (owner: number) => ({
  request: (name: string, { signal }: { readonly signal: AbortSignal }, run: () => Promise<void>) => {
    const one = { name, run, owner }
    line.push(one)
    if (line.filter((each) => each.name === name).length === 1) pass(name)
    else signal.addEventListener('abort', () => leave(one))
    return Promise.resolve()
  },
})

/// What a browser does with the locks of a window that is closed.
function close(owner: number): void {
  for (const one of line.filter((each) => each.owner === owner)) leave(one)
}

class Sound {
  readonly destination = {}
  readonly currentTime = 0
  state = 'running'
  readonly #owner = window

  resume(): Promise<void> {
    return this.state === 'running' ? Promise.resolve() : new Promise(() => undefined)
  }

  createGain() {
    return { gain: { setValueAtTime: vi.fn(), linearRampToValueAtTime: vi.fn(), exponentialRampToValueAtTime: vi.fn() }, connect: (to: unknown) => to }
  }

  createOscillator() {
    return { type: '', frequency: { value: 0 }, connect: (to: unknown) => to, start: () => void (rang[this.#owner] = (rang[this.#owner] ?? 0) + 1), stop: vi.fn() }
  }
}

class Untouched extends Sound {
  override state = 'suspended'
}

async function open(sound: typeof Sound, withLocks = true): Promise<typeof import('../src/offer/ring.ts')> {
  vi.resetModules()
  window++
  rang[window] = 0
  vi.stubGlobal('AudioContext', sound)
  vi.stubGlobal('navigator', { locks: withLocks ? locks(window) : undefined })
  return import('../src/offer/ring.ts')
}

const settled = () => new Promise((done) => setTimeout(done))

beforeEach(() => {
  rang = []
  line = []
  window = 0
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
})

afterEach(() => vi.unstubAllGlobals())

test('of two windows one rings, and the other one when that is closed', async () => {
  const silences = []
  for (const _ of [1, 2]) {
    const { ring } = await open(Sound)
    silences.push(ring('CUSTOMER'))
    await settled()
  }
  expect(rang.slice(1)).toEqual([2, 0])
  close(1)
  expect(rang.slice(1)).toEqual([2, 2])
  for (const silence of silences) silence()
  await settled()
  expect(line).toEqual([])
})

test('what is over before its turn never rings', async () => {
  const first = (await open(Sound)).ring('CUSTOMER')
  await settled()
  const second = (await open(Sound)).ring('CUSTOMER')
  await settled()
  second()
  first()
  await settled()
  expect(rang.slice(1)).toEqual([2, 0])
  expect(line).toEqual([])
})

test('a window that cannot be heard yet lets the others ring', async () => {
  const first = (await open(Untouched)).ring('CUSTOMER')
  await settled()
  const second = (await open(Sound)).ring('CUSTOMER')
  await settled()
  expect(rang.slice(1)).toEqual([0, 2])
  first()
  second()
})

test('a colleague rings beside a customer', async () => {
  const { ring } = await open(Sound)
  const silences = [ring('CUSTOMER'), ring('COLLEAGUE')]
  await settled()
  expect(rang.slice(1)).toEqual([4])
  for (const silence of silences) silence()
})

test('where there are no locks each window rings', async () => {
  const silences = []
  for (const _ of [1, 2]) {
    const { ring } = await open(Sound, false)
    silences.push(ring('CUSTOMER'))
    await settled()
  }
  expect(rang.slice(1)).toEqual([2, 2])
  for (const silence of silences) silence()
})
