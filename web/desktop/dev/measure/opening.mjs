// How much is loaded, and how soon one can work: from the address until a log-in can be typed, and until a logged-in
// agent's conversations are there to be clicked.

import { newcomer, watchFor } from './browser.mjs'

const FIELD = 'input[autocomplete=username], input[name=login], form input'
const LIST = '[data-testid=conversation-entry]'

/// What Chromium's own tools call "Fast 4G", and a processor as slow as old office machines.
const SLOW = { latency: 165, downloadThroughput: 1_012_500, uploadThroughput: 168_750 }
const SLOWER = 4
const CONDITIONS = [
  { where: { line: 'this machine' }, slow: false },
  { where: { line: 'fast 4G', processor: `${SLOWER} times slower` }, slow: true },
]

export async function opening(given, measured) {
  await sizes(given, measured)
  for (let round = 0; round < given.rounds; round++) {
    for (const { where, slow } of CONDITIONS) {
      const first = await newcomer(given.origin)
      measured('until a log-in can be typed', 'ms', await open(await prepared(first, slow, FIELD), `${given.origin}/login?workspace=${given.workspace}`), { ...where, visit: 'first' })
      await first.close()
      const agent = await newcomer(given.origin, given.cookie)
      const conversations = { ...where, conversations: String(given.conversations) }
      const page = await prepared(agent, slow, LIST)
      measured('until the conversations can be clicked', 'ms', await open(page, `${given.origin}/conversations`), { ...conversations, visit: 'first' })
      measured('until the conversations can be clicked', 'ms', await open(page, `${given.origin}/conversations`), { ...conversations, visit: 'later' })
      await clicks(page)
      await agent.close()
    }
  }
}

async function prepared({ context }, slow, selector) {
  const page = await context.newPage()
  await page.addInitScript(watchFor(selector))
  if (slow) {
    const tools = await context.newCDPSession(page)
    await tools.send('Network.enable')
    await tools.send('Network.emulateNetworkConditions', { offline: false, ...SLOW })
    await tools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  }
  return page
}

async function open(page, address) {
  await page.goto(address, { waitUntil: 'commit' })
  const ready = await page.waitForFunction(() => globalThis.hiwarReady, null, { timeout: 60_000 })
  return ready.jsonValue()
}

/// What was said to be there to be clicked is.
async function clicks(page) {
  await page.locator(LIST).nth(1).click()
  await page.waitForFunction((entry) => document.querySelectorAll(entry)[1]?.getAttribute('aria-selected') === 'true', LIST)
}

async function sizes({ origin, workspace }, measured) {
  const visitor = await newcomer(origin)
  const login = await loaded(visitor, `${origin}/login?workspace=${workspace}`, FIELD)
  measured('scripts until a log-in can be typed', 'kB', kilobytes(login.filter((one) => one.kind === 'script')), { sent: 'as browsers get them' })
  measured('all until a log-in can be typed', 'kB', kilobytes(login), { sent: 'as browsers get them' })
  const shop = await loaded(visitor, `${origin}/demo/shop.html?lang=en`, '[data-testid=widget-launcher]')
  measured('script of the widget', 'kB', kilobytes(shop.filter((one) => one.address.endsWith('/widget.js'))), { sent: 'as browsers get it' })
  await visitor.close()
}

const kilobytes = (answers) => Math.round(answers.reduce((sum, one) => sum + one.bytes, 0) / 100) / 10

/// All answers of a page, with the bytes of their bodies as they came over the line.
async function loaded({ context }, address, selector) {
  const page = await context.newPage()
  const answers = []
  page.on('requestfinished', (request) => answers.push(request.sizes().then((sizes) => ({ kind: request.resourceType(), address: new URL(request.url()).pathname, bytes: sizes.responseBodySize }))))
  await page.goto(address)
  await page.locator(selector).first().waitFor()
  await page.waitForLoadState('networkidle')
  const all = await Promise.all(answers)
  await page.close()
  return all
}
