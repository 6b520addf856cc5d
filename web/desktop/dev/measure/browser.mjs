// The browser that is measured, and an agent in it.

import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

const chrome =
  process.env.HIWAR_CHROME ??
  ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'].find((path) => existsSync(path))

/// Pictures are drawn by the processor, because machines that measure have nothing else.
const FLAGS = ['--no-sandbox', '--disable-gpu', '--mute-audio', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']

let opened = null

export async function browser() {
  opened ??= await chromium.launch({ executablePath: chrome, args: FLAGS })
  return opened
}

export async function closeBrowser() {
  await opened?.close()
}

/// What the server has refused, or never answered, lately.
const refused = []

function note(what) {
  refused.push(what)
  if (refused.length > 20) refused.shift()
}

/// For whoever has to find out why something did not come.
export async function whatIsShown() {
  const pages = opened?.contexts().flatMap((context) => context.pages()) ?? []
  const shown = await Promise.all(pages.map((page) => page.evaluate(() => document.body.innerText.slice(0, 1_000)).catch((error) => error.message)))
  return [...refused, ...pages.map((page, index) => `${page.url()}: ${shown[index]}`)].join('\n')
}

/// A browser that has never been here; with a cookie, as the agent of that session. What goes wrong in its pages ends the
/// measurement.
export async function newcomer(origin, cookie = null) {
  const context = await (await browser()).newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  if (cookie !== null) {
    const at = cookie.indexOf('=')
    await context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url: origin }])
  }
  const errors = []
  context.on('requestfailed', (request) => note(`${request.method()} ${request.url()}: ${request.failure()?.errorText}`))
  context.on('response', async (answer) => {
    if (answer.status() >= 400) note(`${answer.request().method()} ${answer.url()}: ${answer.status()} ${await answer.text().catch(() => '')}`)
  })
  context.on('weberror', (error) => errors.push(error.error()))
  return { context, errors, close: () => leave(context, errors) }
}

async function leave(context, errors) {
  await context.close()
  if (errors.length > 0) throw new Error(`a page has thrown ${errors.length} times, first ${errors[0]?.stack ?? errors[0]}`)
}

export const percentile = (values, share) => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}

/// The page's own time, in ms since it was asked for, at which `selector` was first painted and the page had nothing else
/// to do: then it can be clicked and typed into. Put in before the page begins.
export function watchFor(selector) {
  const began = () => {
    const look = () => {
      if (document.querySelector(globalThis.hiwarAwaited) === null) return requestAnimationFrame(look)
      // After the frame in which it is there.
      requestAnimationFrame(() => setTimeout(() => (globalThis.hiwarReady = performance.now())))
    }
    requestAnimationFrame(look)
  }
  return `globalThis.hiwarAwaited = ${JSON.stringify(selector)}; globalThis.hiwarReady = null; (${began})()`
}
