import { create } from 'zustand'
import { send } from '../api/http.ts'
import type { Id } from '../api/types.ts'
import { inSync, useDesk } from '../desk/store.ts'
import { wallClock } from '../desk/wallClock.ts'
import { claim, isClaimed } from './claim.ts'
import { type Leg, openLeg } from './leg.ts'
import {
  choice,
  failureOf,
  type MicrophoneFailure,
  openMicrophone,
  type Permission,
  watchPermission,
} from './microphone.ts'
import { type LineState, PhoneLine } from './PhoneLine.ts'

/// The telephone of this window: whether calls reach it, and the sound of the call there is.

interface Telephone {
  readonly permission: Permission
  readonly line: LineState
  /// Open while there is a call, and while the user tries it.
  readonly microphone: MediaStream | null
  readonly failure: MicrophoneFailure | null
  readonly chosen: string | null
  /// The user wants to be silent, and the desk does not show it yet.
  readonly hushed: boolean
}

const silent: Telephone = {
  permission: 'ASK',
  line: { state: 'DOWN' },
  microphone: null,
  failure: null,
  chosen: null,
  hushed: false,
}

export const useTelephone = create<Telephone>(() => silent)

const telephone = useTelephone.getState
const change = (what: Partial<Telephone>) => useTelephone.setState(what)

let user: Id = ''
let leg: Leg | null = null
let giveBack: (() => void) | null = null
/// Who needs the microphone: the call, the dialogue in which it is tried.
const needs = new Set<'CALL' | 'TRIAL'>()

const ear = typeof Audio === 'undefined' ? null : new Audio()

const line = new PhoneLine({
  clock: wallClock,
  inSync,
  open: (events) =>
    openLeg(async (sdp) => (await send('POST', '/api/phone', { body: { sdp } })).sdp, events),
  onState: (state) => change({ line: state }),
  onLeg: (now) => {
    leg = now
    if (ear !== null) ear.srcObject = now === null ? null : new MediaStream([now.heard])
    listen()
    speak()
  },
})

/// A page that nobody has touched yet may not sound; it is tried again at the first touch.
function listen(): void {
  if (ear === null || ear.srcObject === null) return
  ear.play().catch(() => {
    window.addEventListener('pointerdown', listen, { once: true })
    window.addEventListener('keydown', listen, { once: true })
  })
}

function speak(): void {
  const track = needs.has('CALL') ? (telephone().microphone?.getAudioTracks()[0] ?? null) : null
  leg?.speak(track).catch(() => line.stop())
}

/// Opens the telephone of this user, as far as the browser permits. The returned function puts it away.
export function openTelephone(of: Id): () => void {
  user = of
  change({ chosen: choice.of(of) })
  let unwatch: () => void = () => undefined
  let over = false
  void watchPermission((permission) => {
    change({ permission })
    if (permission === 'GRANTED') stand()
    else if (permission === 'DENIED') putDown()
  }).then((stop) => {
    unwatch = stop
    if (over) stop()
  })
  const unfollow = useDesk.subscribe((desk, before) => {
    if (desk.sync.state === before.sync.state) return
    if (desk.sync.state === 'IN_SYNC') line.deskBack()
    else line.deskLost()
  })
  return () => {
    over = true
    unwatch()
    unfollow()
    putDown()
    needs.clear()
    void attend()
    useTelephone.setState(silent, true)
  }
}

/// Stands in line for the telephone and opens it once this window has it.
function stand(before = false): void {
  if (giveBack !== null && !before) return
  giveBack?.()
  giveBack = claim(
    {
      given: () => line.start(),
      taken: () => {
        giveBack = null
        line.stop()
        change({ line: { state: 'ELSEWHERE' } })
        stand()
      },
    },
    before,
  )
  void isClaimed().then((claimed) => {
    if (claimed && telephone().line.state === 'DOWN' && giveBack !== null) change({ line: { state: 'ELSEWHERE' } })
  })
}

function putDown(): void {
  giveBack?.()
  giveBack = null
  line.stop()
}

/// Takes the telephone from whichever window has it.
export function takeHere(): void {
  stand(true)
}

/// The user allows the microphone: the browser asks, and the telephone opens.
export async function allow(): Promise<void> {
  await need('TRIAL', true)
  if (telephone().failure === null) {
    change({ permission: 'GRANTED' })
    stand()
  } else if (telephone().failure === 'DENIED') change({ permission: 'DENIED' })
}

export async function chooseMicrophone(id: string): Promise<void> {
  choice.keep(user, id)
  change({ chosen: id })
  close()
  await attend()
}

export async function need(what: 'CALL' | 'TRIAL', needed: boolean): Promise<void> {
  if (needed) needs.add(what)
  else needs.delete(what)
  await attend()
}

let opening: Promise<void> | null = null

/// Opens the microphone when somebody needs it, and closes it when nobody does any more.
async function attend(): Promise<void> {
  if (needs.size === 0) close()
  else if (telephone().microphone === null) await (opening ??= open().finally(() => (opening = null)))
  speak()
}

async function open(): Promise<void> {
  try {
    const microphone = await openMicrophone(telephone().chosen)
    microphone.getAudioTracks()[0]?.addEventListener('ended', () => change({ failure: 'NONE' }))
    change({ microphone, failure: null })
    if (needs.size === 0) close()
  } catch (error) {
    change({ failure: failureOf(error) })
  }
}

function close(): void {
  const { microphone } = telephone()
  if (microphone === null) return
  for (const track of microphone.getTracks()) track.stop()
  change({ microphone: null })
}

export function hush(hushed: boolean): void {
  change({ hushed })
}

/// Nothing of what is said leaves the browser while muted.
export function mute(muted: boolean): void {
  for (const track of telephone().microphone?.getAudioTracks() ?? []) track.enabled = !muted
}
