// How smoothly one works with a conversation of a thousand messages among two hundred conversations: both lists are
// scrolled with the wheel, letters are typed, and one goes from conversation to conversation.

import { newcomer, percentile } from './browser.mjs'
import { busy, heap } from './heap.mjs'

const FRAME_MS = 1_000 / 60
const MESSAGE = '[data-testid=timeline] [data-testid=message]'
const ENTRY = '[data-testid=conversation-entry]'
/// In pixels, and pixels a second: a quick turn of the wheel.
const WAY = 6_000
const SPEED = 3_000
const TURNS = 2
const WORDS = 'Your parcel leaves the depot tonight and comes on Thursday. '
const SWITCHES = 20
const IDLE_MS = 5_000

export async function scrolling(given, measured) {
  const { context, close } = await newcomer(given.origin, given.cookie)
  const page = await context.newPage()
  const tools = await context.newCDPSession(page)
  await page.goto(`${given.origin}/conversations/${given.conversation}`)
  await page.locator(MESSAGE).first().waitFor()
  await loadAll(page, given.messages)
  const where = { messages: String(given.messages), conversations: String(await page.locator(ENTRY).count()) }
  measured('work of the page in a second with nothing to do', 'ms', (await busy(tools, () => page.waitForTimeout(IDLE_MS))) / (IDLE_MS / 1_000), where)
  for (let round = 0; round < given.rounds; round++) {
    await scrolled(page, tools, 'timeline', '[data-testid=timeline]', where, measured)
    await scrolled(page, tools, 'conversations', '[data-testid=conversation-list]', where, measured)
    await typed(page, tools, where, measured)
    await switched(page, tools, given.conversation, where, measured)
    measured('heap', 'MB', (await heap(tools)).megabytes, where)
  }
  await close()
}

/// Older messages come as one scrolls up.
export async function loadAll(page, messages) {
  const shown = () => page.locator(MESSAGE).count()
  for (let now = await shown(); now < messages; ) {
    const before = now
    await page.evaluate(() => (document.querySelector('[data-testid=timeline]').scrollTop = 0))
    await page.waitForFunction(({ selector, before }) => document.querySelectorAll(selector).length > before, { selector: MESSAGE, before })
    now = await shown()
  }
  await page.evaluate(() => {
    const pane = document.querySelector('[data-testid=timeline]')
    pane.scrollTop = pane.scrollHeight
  })
}

/// Up and down; times of the frames in which the page could draw, and its own work that held one up.
export async function scrolled(page, tools, what, selector, where, measured) {
  const pane = page.locator(selector)
  const box = await pane.boundingBox()
  await page.evaluate(record)
  const up = what === 'timeline' ? 1 : -1
  const work = await busy(tools, async () => {
    for (let turn = 0; turn < TURNS; turn++) {
      for (const way of [up, -up]) {
        await tools.send('Input.synthesizeScrollGesture', { x: box.x + box.width / 2, y: box.y + box.height / 2, yDistance: way * WAY, speed: SPEED, gestureSourceType: 'mouse', preventFling: true })
      }
    }
  })
  const { frames, longest } = await page.evaluate(() => globalThis.hiwarFrames())
  const due = frames.reduce((sum, ms) => sum + Math.max(1, Math.round(ms / FRAME_MS)), 0)
  const here = { ...where, list: what }
  measured('frames left out', '%', (100 * (due - frames.length)) / due, here)
  measured('a frame after the one before, p99', 'ms', percentile(frames, 0.99), here)
  measured('longest task of the page while scrolling', 'ms', longest, here)
  measured('work of the page for a thousand pixels', 'ms', (1_000 * work) / (2 * TURNS * WAY), here)
}

/// Runs in the page. Chromium reports no task under 50 ms: then it is 0.
function record() {
  const frames = []
  let longest = 0
  let last = null
  let going = true
  const tasks = new PerformanceObserver((list) => {
    for (const one of list.getEntries()) longest = Math.max(longest, one.duration)
  })
  tasks.observe({ type: 'longtask' })
  const look = (now) => {
    if (last !== null) frames.push(now - last)
    last = now
    if (going) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
  globalThis.hiwarFrames = () => {
    going = false
    tasks.disconnect()
    return { frames, longest }
  }
}

/// Runs in the page: from an event of this kind to the end of the frame that follows it.
function listen(kind) {
  globalThis.hiwarWaits = []
  globalThis.hiwarListener = (event) => {
    const at = event.timeStamp
    requestAnimationFrame(() => setTimeout(() => globalThis.hiwarWaits.push(performance.now() - at)))
  }
  window.addEventListener(kind, globalThis.hiwarListener, { capture: true })
}

/// Runs in the page.
function heard(kind) {
  window.removeEventListener(kind, globalThis.hiwarListener, { capture: true })
  return globalThis.hiwarWaits
}

export async function typed(page, tools, where, measured) {
  const composer = page.getByTestId('composer')
  await composer.fill('')
  await composer.focus()
  await page.evaluate(listen, 'keydown')
  const work = await busy(tools, async () => {
    for (const letter of WORDS) await page.keyboard.press(letter === ' ' ? 'Space' : letter, { delay: 20 })
    await page.waitForFunction((count) => globalThis.hiwarWaits.length >= count, WORDS.length)
  })
  const waits = await page.evaluate(heard, 'keydown')
  await composer.fill('')
  measured('from a key to its letter, p50', 'ms', percentile(waits, 0.5), where)
  measured('from a key to its letter, p99', 'ms', percentile(waits, 0.99), where)
  measured('work of the page for a letter', 'ms', work / WORDS.length, where)
}

/// To another conversation, and back to the long one, by the mouse.
export async function switched(page, tools, home, where, measured) {
  await page.getByTestId('conversation-list').evaluate((element) => (element.scrollTop = 0))
  const others = []
  const back = []
  const work = await busy(tools, async () => {
    for (let turn = 0; turn < SWITCHES / 2; turn++) {
      const other = await page.locator(ENTRY).nth(1 + (turn % 5)).getAttribute('data-conversation')
      others.push(await opened(page, other))
      back.push(await opened(page, home))
    }
  })
  measured('from a click to the other conversation, p50', 'ms', percentile(others, 0.5), where)
  measured('from a click to the other conversation, p99', 'ms', percentile(others, 0.99), where)
  measured('from a click to the long conversation, p50', 'ms', percentile(back, 0.5), where)
  measured('from a click to the long conversation, p99', 'ms', percentile(back, 0.99), where)
  measured('work of the page for going from one conversation to another', 'ms', work / SWITCHES, where)
}

async function opened(page, conversation) {
  await page.evaluate(listen, 'click')
  await page.locator(`${ENTRY}[data-conversation="${conversation}"]`).click()
  await page.waitForURL(`**/conversations/${conversation}`)
  await page.waitForFunction(() => globalThis.hiwarWaits.length > 0)
  const [wait] = await page.evaluate(heard, 'click')
  return wait
}
