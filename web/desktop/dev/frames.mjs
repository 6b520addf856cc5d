// How smoothly the list and the timeline scroll, by the times of Chromium's frames: a timeline of a thousand messages, a
// list of two hundred conversations. Needs a build and Chromium, and a machine that is left alone:
//   npm run build && node dev/frames.mjs [messages] [conversations]

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const messages = Number(process.argv[2] ?? 1_000)
const conversations = Number(process.argv[3] ?? 200)
const STEPS = 240
const STEP_PX = 120

const chrome =
  process.env.HIWAR_CHROME ??
  ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'].find((path) => existsSync(path))
const fake = spawn(process.execPath, [fileURLToPath(new URL('./fake-server.mjs', import.meta.url)), '0'], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
const origin = await new Promise((done) => fake.stdout.once('data', (line) => done(String(line).trim().replace(/\/$/, ''))))
const play = async (what, body = {}) => (await fetch(`${origin}/dev/${what}`, { method: 'POST', body: JSON.stringify(body) })).json()
const browser = await chromium.launch({ executablePath: chrome, args: ['--no-sandbox', '--disable-gpu', '--mute-audio'] })

try {
  await play('reset')
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(`${origin}/login`)
  await page.evaluate(() => fetch('/api/login', { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Hiwar': '1' }, body: JSON.stringify({ login: 'sam', password: 'sam-demo' }) }))
  const { first } = await play('scene', { login: 'sam', messages })
  await play('crowd', { login: 'sam', count: conversations - 2 })
  await page.goto(`${origin}/conversations/${first}`)
  await page.waitForSelector('[data-testid=message]')
  console.log(`${await page.locator('[data-testid=conversation-entry]').count()} conversations`)
  await loadAll(page)
  console.log(`${await page.locator('[data-testid=timeline] [data-testid=message]').count()} messages`)
  await measure(page, 'timeline', '[data-testid=timeline]')
  await measure(page, 'list', '[data-testid=conversation-list]')
} finally {
  await browser.close()
  fake.kill()
}

/// Older messages come as one scrolls up.
async function loadAll(page) {
  const shown = () => page.locator('[data-testid=timeline] [data-testid=message]').count()
  for (let before = -1, now = await shown(); now > before && now < messages; ) {
    before = now
    await page.evaluate(() => (document.querySelector('[data-testid=timeline]').scrollTop = 0))
    await page.waitForFunction((count) => document.querySelectorAll('[data-testid=timeline] [data-testid=message]').length > count, before, { timeout: 5_000 }).catch(() => undefined)
    now = await shown()
  }
}

/// From one end to the other and back, a step a frame: how long each frame took after the one before.
async function measure(page, what, selector) {
  const times = await page.evaluate(
    async ({ selector, steps, px }) => {
      const pane = document.querySelector(selector)
      const times = []
      let last = performance.now()
      let by = -px
      for (let step = 0; step < steps; step++) {
        await new Promise((done) => requestAnimationFrame(done))
        const now = performance.now()
        times.push(now - last)
        last = now
        const before = pane.scrollTop
        pane.scrollTop += by
        if (pane.scrollTop === before) by = -by
      }
      return times.slice(5)
    },
    { selector, steps: STEPS, px: STEP_PX },
  )
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1)
  const late = times.filter((one) => one > 20).length
  console.log(`${what}: frames p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms; ${late} of ${times.length} later than 20 ms`)
}
