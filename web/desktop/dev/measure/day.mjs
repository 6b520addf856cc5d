// Eight hours of an agent's work in some minutes: customers come, write and go, the agent answers, looks into other pages,
// takes breaks, completes. What is in the browser's memory before and after, with nothing in hand.

import { randomUUID } from 'node:crypto'
import { WebSocket } from 'ws'
import { newcomer } from './browser.mjs'
import { heap } from './heap.mjs'

/// What waits ten seconds or longer waits so many times shorter: caches are cleared, and lists are looked at again, as
/// often as in a day of hours.
const FASTER = 30
const LONG_MS = 10_000
/// Before the first look at the memory: what is loaded and made once is there.
const WARM_UP = 6
/// Caches forget after five minutes.
const FORGOTTEN_MS = (5 * 60_000) / FASTER + 3_000
const BREATH_MS = 1_500
const TYPED = 3
const PAGES = ['/contacts', '/follow-ups', '/queue', '/mentions']

export async function day(given, measured) {
  const { context, close } = await newcomer(given.origin, given.cookie)
  const page = await context.newPage()
  await page.addInitScript(`(${faster})(${FASTER}, ${LONG_MS})`)
  const tools = await context.newCDPSession(page)
  await page.goto(`${given.origin}/conversations`)
  await page.locator('[data-testid=sync-light][data-sync=in-sync]').waitFor()
  const agent = await secondWindow(given)
  await agent.ready()
  for (let nr = 0; nr < WARM_UP; nr++) await served(given, page, agent, nr)
  const before = await atRest(page, tools)
  for (let nr = 0; nr < given.day; nr++) await served(given, page, agent, nr)
  const after = await atRest(page, tools)
  const where = { conversations: String(given.day), messages: String(given.day * given.each) }
  measured('heap in the morning', 'MB', before.megabytes, where)
  measured('heap in the evening', 'MB', after.megabytes, where)
  measured('heap, grown over the day', 'MB', after.megabytes - before.megabytes, where)
  measured('elements, grown over the day', '', after.nodes - before.nodes, where)
  measured('listeners, grown over the day', '', after.listeners - before.listeners, where)
  measured('entries of the storage, grown over the day', '', after.stored - before.stored, where)
  agent.close()
  await close()
}

/// Runs in the page, before it begins.
function faster(times, from) {
  for (const name of ['setTimeout', 'setInterval']) {
    const real = globalThis[name]
    globalThis[name] = (run, ms, ...more) => real(run, ms >= from ? ms / times : ms, ...more)
  }
}

/// With an empty desk, when caches have forgotten.
async function atRest(page, tools) {
  await page.getByTestId('conversation-entry').first().waitFor({ state: 'detached' })
  await page.waitForTimeout(FORGOTTEN_MS)
  const kept = await heap(tools)
  const stored = await page.evaluate(() => localStorage.length)
  return { ...kept, stored }
}

/// One conversation from its pop-up to its end.
async function served(given, page, agent, nr) {
  const name = `Customer ${nr}`
  const visitor = await customer(given)
  await visitor.say(`Where is my order ${nr}?`, name)
  await page.getByTestId('offer').waitFor()
  await page.keyboard.press('Control+Enter')
  const entry = page.getByTestId('conversation-entry').filter({ hasText: name })
  await page.locator('[data-testid=conversation-entry][data-state=ACTIVE]').waitFor()
  await entry.click()
  const id = await entry.getAttribute('data-conversation')
  for (let said = 1; said < given.each; said += 2) {
    await visitor.say(`Message ${said} about it, with some more words`)
    if (said <= TYPED) await typed(page, `Answer ${said}`)
    else await agent.write(id, `Answer ${said}, in a few more words than that`)
  }
  await page.getByTestId('message').filter({ hasText: `Answer ${given.each - 1}` }).waitFor()
  await around(page, agent, nr)
  await completed(page, entry)
  visitor.close()
  // What takes minutes has taken a second: Hiwar refuses more than a browser of a person asks for.
  await page.waitForTimeout(BREATH_MS)
}

async function typed(page, words) {
  const composer = page.getByTestId('composer')
  await composer.fill(words)
  await composer.press('Enter')
}

/// Other pages, a dark hour, a break; not with every customer.
async function around(page, agent, nr) {
  if (nr % 5 === 4) {
    for (const address of PAGES) {
      await page.locator(`.rail a[href="${address}"]`).click()
      await page.waitForURL(`**${address}`)
    }
    await page.locator('.rail a[href="/conversations"]').click()
    await page.getByTestId('timeline').waitFor()
  }
  if (nr % 10 === 9) {
    await agent.rest()
    await agent.ready()
  }
}

async function completed(page, entry) {
  await page.getByTestId('end-writing').click()
  await page.locator('[data-testid=conversation-entry][data-state=WRAP_UP]').waitFor()
  await page.getByTestId('notes').fill('Asked for the order; told when it comes.')
  await page.getByTestId('complete').click()
  await entry.waitFor({ state: 'detached' })
}

/// A customer's widget, without its page.
async function customer({ origin, workspace, entry }) {
  const line = await opened(`${origin.replace('http', 'ws')}/api/chat/${workspace}/${entry}/socket`, { Origin: origin })
  line.send({ type: 'hello', visitor: null, after: 0, conversation: null, language: 'en' })
  await line.heard((one) => one.type === 'welcome')
  return {
    async say(text, name = null) {
      const id = randomUUID()
      line.send({ type: 'send', id, text, name, address: null })
      const answer = await line.heard((one) => one.id === id && (one.type === 'stored' || one.type === 'refused'))
      if (answer.type === 'refused') throw new Error(`${text}: ${answer.code}`)
    },
    close: line.close,
  }
}

/// The same agent in a window of another computer: writes, and says when they are ready.
async function secondWindow({ origin, cookie }) {
  const headers = { Cookie: cookie, Origin: origin, 'X-Hiwar': '1', 'Content-Type': 'application/json' }
  const asked = (method, path, body) =>
    fetch(origin + path, { method, headers: method === 'GET' ? headers : { ...headers, 'Idempotency-Key': randomUUID() }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
  const desk = await (await asked('GET', '/api/desk')).json()
  const line = await opened(`${origin.replace('http', 'ws')}/api/desk/socket?desk=${encodeURIComponent(desk.desk)}&after=${desk.offset}`, { Cookie: cookie, Origin: origin })
  const interactions = new Map()
  line.each(({ events = [] }) => {
    for (const { type, conversation } of events) if (type === 'conversationChanged') interactions.set(conversation.id, conversation.interactions[0].id)
  })
  const presence = async (wanted) => {
    const answer = await asked('PUT', '/api/desk/presence', wanted)
    if (!answer.ok && answer.status !== 409) throw new Error(`presence: ${answer.status} ${await answer.text()}`)
    return answer.ok
  }
  return {
    /// For the first reason that there is.
    rest: () => presence({ state: 'NOT_READY', reason: desk.notReadyReasons[0].id }),
    /// A desk that has just been opened is not known everywhere yet.
    async ready() {
      while (!(await presence({ state: 'READY' }))) await new Promise((done) => setTimeout(done, 50))
    },
    /// Whoever writes faster than anybody can waits.
    async write(conversation, text) {
      for (;;) {
        const id = randomUUID()
        line.send({ type: 'write', id, conversation, interaction: interactions.get(conversation), text })
        const answer = await line.heard((one) => one.written === id || one.refused === id)
        if (answer.refused === undefined) return
        if (answer.problem !== 'too-many-requests') throw new Error(`${text}: ${answer.problem}`)
        await new Promise((done) => setTimeout(done, 250))
      }
    },
    close: line.close,
  }
}

/// A line on which one waits for what one wants to hear.
async function opened(address, headers) {
  const socket = new WebSocket(address, { headers })
  const waiting = new Set()
  socket.on('message', (data) => {
    const said = JSON.parse(String(data))
    for (const hear of [...waiting]) hear(said)
  })
  await new Promise((done, failed) => socket.once('open', done).once('error', failed))
  const each = (hear) => void waiting.add(hear)
  const heard = (wanted) =>
    new Promise((done, failed) => {
      const late = setTimeout(() => failed(new Error('nothing was heard for a minute')), 60_000)
      const hear = (said) => {
        if (!wanted(said)) return
        waiting.delete(hear)
        clearTimeout(late)
        done(said)
      }
      waiting.add(hear)
    })
  return { send: (what) => socket.send(JSON.stringify(what)), heard, each, close: () => socket.close() }
}
