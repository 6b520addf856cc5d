// A stand-in for the server, for working on the desktop alone: keeps everything in memory, speaks the same
// HTTP and socket, and lets a script play the customer through /dev/… (see below). Never part of the product.
//
//   node dev/fake-server.mjs [port]      serves dist/ and /api; demo log-ins amal/amal-demo and sam/sam-demo for agents,
//                                        nada/nada-demo and admin/admin-demo for administrators

import { randomUUID } from 'node:crypto'
import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { WebSocketServer } from 'ws'
import { channels } from './fake-channels.mjs'
import { telephony } from './fake-telephony.mjs'

const DIST = fileURLToPath(new URL('../dist', import.meta.url))
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; media-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
const WINDOW = 100

let lastId = 137_218_000_000_000_000n
const id = () => String((lastId += 4_211n))
const now = () => new Date().toISOString()
const ago = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString()

const services = { orders: { id: id(), name: 'الطلبات' }, info: { id: id(), name: 'Information' } }
const reasons = [
  { id: id(), name: null, code: 'BREAK' },
  { id: id(), name: null, code: 'LUNCH' },
  { id: id(), name: null, code: 'TRAINING' },
]
const dispositions = [
  { id: id(), name: null, code: 'RESOLVED', final: true },
  { id: id(), name: null, code: 'ANSWER_PROVIDED', final: true },
  { id: id(), name: null, code: 'CALL_BACK', final: false },
  { id: id(), name: null, code: 'NOT_RESOLVED', final: true },
  { id: id(), name: null, code: 'SPAM', final: true },
  { id: id(), name: 'VIP', code: null, final: true },
]
const callServices = [
  { ...services.orders, callerId: '+963115550100', languages: ['ar'] },
  { ...services.info, callerId: null, languages: ['en'] },
  { id: id(), name: 'الشكاوى', callerId: '+963115550177', languages: [] },
]
const workspace = { id: id(), slug: 'demo', name: 'سفريات المثال' }
const users = [
  { id: id(), login: 'amal', password: 'amal-demo', name: 'أمل', language: 'ar' },
  { id: id(), login: 'sam', password: 'sam-demo', name: 'Sam', language: 'en' },
].map((user) => ({
  ...user,
  roles: ['AGENT'],
  privileges: ['WORK_AT_DESK', 'MAKE_CALLS', 'TRANSFER_CALLS', 'RECORD_CALLS', 'LISTEN_TO_RECORDINGS', 'WRITE_MESSAGES', 'VIEW_CONTACTS', 'EDIT_CONTACTS'],
  team: { id: id(), name: 'Web team' },
  presence: { state: 'NOT_READY', reason: 'LOGIN', next: null, since: now() },
  sideCall: null,
  device: { kind: 'BROWSER', phone: null, number: null },
}))
/// Colleagues without a desk of their own here: state, work in hand, whether they can be called.
const others = [
  ['رنا', 'READY', 'IDLE', true],
  ['Lena Fischer', 'READY', 'BUSY', false],
  ['Khalid Nasser', 'NOT_READY', 'IDLE', true],
  ['مازن', 'READY', 'WRAP_UP', true],
].map(([name, state, workStatus, callable]) => ({
  id: id(),
  name,
  presence: { state, reason: null, next: null, workStatus, since: now(), capacityUsed: 0 },
  callable,
}))
const phones = [
  { id: id(), name: 'Yealink T54W', registered: true },
  { id: id(), name: 'Old desk phone', registered: false },
]
const colleagues = (user) =>
  [...users.filter((one) => one !== user).map((one) => ({ id: one.id, name: one.name, presence: presenceView(one), callable: one.sideCall === null })), ...others].sort((a, b) => a.name.localeCompare(b.name))
const internalCalls = [
  { id: id(), with: { id: others[0].id, name: others[0].name }, direction: 'IN', began: ago(18), seconds: null, result: 'NO_ANSWER' },
  { id: id(), with: { id: others[2].id, name: others[2].name }, direction: 'OUT', began: ago(55), seconds: 93, result: null },
]
const administrators = [
  { id: id(), login: 'nada', password: 'nada-demo', name: 'ندى', language: 'ar' },
  { id: id(), login: 'admin', password: 'admin-demo', name: 'Administrator', language: 'en' },
].map((user) => ({
  ...user,
  roles: ['ADMINISTRATOR'],
  privileges: ['VIEW_CONTACTS', 'EDIT_CONTACTS', 'MANAGE_TELEPHONY', 'MANAGE_USERS'],
  team: null,
}))
const everybody = [...users, ...administrators]

const choice = (one) => (one === null ? null : { id: one.id, name: one.name, code: one.code })

const contacts = new Map()
const conversations = new Map()
const activities = new Map()
const sessions = new Map()
const desks = new Map()
const serverState = { healthy: true, storing: true, accepting: true, latencyMs: 0 }

function contact(name, addresses = [], lastActivityAt = null) {
  const one = {
    id: id(),
    name,
    version: 1,
    createdAt: now(),
    language: name !== null && /[a-z]/i.test(name) ? 'en' : 'ar',
    addresses: [{ kind: 'VISITOR', value: id(), trust: 'ATTESTED' }, ...addresses],
    photo: null,
    lastActivityAt,
  }
  contacts.set(one.id, one)
  return one
}

function activity(of, service, agent, startedMinutesAgo, lines, disposition, notes, outcome = 'HANDLED') {
  const one = id()
  const at = (minute) => ago(startedMinutesAgo - minute)
  activities.set(one, {
    contact: of.id,
    activity: {
      id: one,
      conversation: id(),
      medium: 'CHAT',
      channel: 'WEB',
      direction: 'INBOUND',
      service,
      agent: outcome === 'HANDLED' ? { id: agent.id, name: agent.name } : null,
      arrivedAt: at(0),
      acceptedAt: outcome === 'HANDLED' ? at(0.4) : null,
      endedAt: at(outcome === 'HANDLED' ? lines.length + 1 : 1.4),
      outcome,
      disposition: choice(disposition),
      notes,
      party: null,
      talkSeconds: null,
      result: null,
      recordings: [],
      consultations: [],
      postponements: [],
      transfers: [], participants: [],
      followUp: null,
      rating: null,
      messages: lines.length,
      firstText: lines[0] ?? null,
    },
    messages: lines.map((text, index) => ({
      seq: index + 1,
      id: id(),
      interaction: one,
      clientId: index % 2 === 0 ? null : randomUUID(),
      author:
        index % 2 === 0
          ? { kind: 'CUSTOMER', id: of.id, name: of.name }
          : { kind: 'AGENT', id: agent.id, name: agent.name },
      text,
      at: at(index + 0.5),
    })),
    notes,
    disposition: choice(disposition),
  })
}

// ---- what the floor and the conversations do -------------------------------------------------

const held = (user) => [...conversations.values()].filter((one) => one.agent === user.id)

function presenceView(user) {
  const work = held(user)
  const has = (state) => work.some((one) => one.state === state)
  const workStatus = has('ACTIVE') ? 'BUSY' : has('OFFERED') ? 'RINGING' : has('WRAP_UP') ? 'WRAP_UP' : 'IDLE'
  const { state, reason, next, since } = user.presence
  return { state, reason, next, workStatus, since, capacityUsed: Math.min(100, work.length * 34) }
}

const summary = ({ language: _, ...rest }) => rest
const view = (conversation) => {
  const { all, agent: _, ...shown } = conversation
  return { ...shown, contact: summary(contacts.get(conversation.contact)), messages: all.slice(-WINDOW) }
}

function publish(user, ...events) {
  const desk = desks.get(user.id)
  if (desk === undefined) return
  desk.offset++
  const frame = JSON.stringify({ offset: desk.offset, events })
  for (const socket of desk.sockets) socket.send(frame)
}

const agentOf = (conversation) => users.find((user) => user.id === conversation.agent)

function changed(conversation) {
  conversation.version++
  const user = agentOf(conversation)
  publish(user, { type: 'conversationChanged', conversation: view(conversation) }, presenceEvent(user))
}

function presenceEvent(user) {
  return { type: 'presenceChanged', presence: presenceView(user) }
}

function enter(conversation, state) {
  conversation.state = state
  conversation.stateSince = now()
  conversation.interactions.at(-1).state = state
  const user = agentOf(conversation)
  user.presence.since = now()
}

function offer(user, of, service, seconds = 20) {
  const arrived = ago(0.5)
  const interaction = {
    id: id(),
    medium: 'CHAT',
    channel: 'WEB',
    direction: 'INBOUND',
    service,
    state: 'OFFERED',
    offer: { number: 1, from: now(), until: new Date(Date.now() + seconds * 1000).toISOString() },
    arrivedAt: arrived,
    acceptedAt: null,
    liveUntil: null,
    wrapUpUntil: null,
    endedBy: null,
    call: null,
    postponements: [],
    transfers: [], participants: [],
    party: null,
    notes: '',
    disposition: null,
    dispositions,
    requiresDisposition: true,
  }
  const conversation = {
    id: id(),
    version: 1,
    contact: of.id,
    agent: user.id,
    service,
    state: 'OFFERED',
    openedAt: arrived,
    stateSince: now(),
    interactions: [interaction],
    lastSeq: 0,
    readSeq: 0,
    all: [],
  }
  conversations.set(conversation.id, conversation)
  user.presence.since = now()
  setTimeout(() => {
    if (conversation.state !== 'OFFERED' || interaction.offer?.number !== 1) return
    remove(conversation)
    user.presence = { state: 'NOT_READY', reason: 'NO_ANSWER', next: null, since: now() }
    publish(user, presenceEvent(user))
  }, seconds * 1000)
  return conversation
}

function remove(conversation) {
  const user = agentOf(conversation)
  conversations.delete(conversation.id)
  if (held(user).length === 0 && user.presence.next !== null) {
    user.presence = { ...user.presence.next, next: null, since: now() }
  }
  user.presence.since = now()
  publish(user, { type: 'conversationRemoved', id: conversation.id, why: null }, presenceEvent(user))
}

function say(conversation, kind, text, at = now(), quiet = false, clientId = kind === 'AGENT' ? randomUUID() : null) {
  const user = agentOf(conversation)
  const author =
    kind === 'AGENT'
      ? { kind, id: user.id, name: user.name }
      : { kind, id: conversation.contact, name: contacts.get(conversation.contact).name }
  const interaction = (conversation.interactions.findLast((one) => one.channel === 'WEB') ?? conversation.interactions.at(-1)).id
  const message = { seq: ++conversation.lastSeq, id: id(), interaction, clientId, author, text, at, internal: false, changedAt: null, withdrawn: false }
  conversation.all.push(message)
  if (!quiet) publish(user, { type: 'messageAdded', conversation: conversation.id, message })
  return message
}

const talking = () => ({ state: 'CONNECTED', since: now(), answeredAt: now(), muted: false, recording: 'ON', result: null, quality: null, consultation: null, keys: '' })

/// A call of the agent, in a conversation that is open.
function dial(conversation, service, number) {
  const interaction = {
    ...structuredClone({ dispositions, requiresDisposition: true, notes: '', disposition: null }),
    id: id(), medium: 'VOICE', channel: 'phone', direction: 'OUTBOUND', service, state: 'ACTIVE', offer: null, party: number,
    arrivedAt: now(), acceptedAt: now(), liveUntil: null, wrapUpUntil: null, endedBy: null,
    call: { ...talking(), state: 'DIALLING', recording: 'OFF', answeredAt: null },
  }
  conversation.interactions.push(interaction)
  enter(conversation, 'ACTIVE')
  return interaction
}

function begin(user, of, service) {
  const conversation = offer(user, of, service, 3_600)
  conversation.interactions = []
  conversation.openedAt = now()
  return conversation
}

function call(interaction, change) {
  const conversation = byInteraction(interaction)
  const one = conversation.interactions.find((each) => each.id === interaction)
  one.call = { ...one.call, ...change }
  changed(conversation)
}

/// Whom the agent asks in, and how it goes on; null takes the consultation away.
function consult(interaction, change) {
  const { call: now_ } = byInteraction(interaction).interactions.find((each) => each.id === interaction)
  const before = now_.consultation ?? { id: id(), user: null, number: null, state: 'RINGING', result: null }
  const consultation = change === null ? null : { ...before, since: now(), ...change }
  const talks = consultation === null || consultation.state === 'HELD' || consultation.state === 'CONFERENCE' || consultation.state === 'ENDED'
  call(interaction, { consultation, state: talks ? 'CONNECTED' : 'HELD' })
}

function side(user, sideCall) {
  user.sideCall = sideCall
  publish(user, { type: 'sideCall', sideCall })
}

function accept(conversation) {
  const interaction = conversation.interactions.at(-1)
  if (interaction.medium === 'VOICE') interaction.call = talking()
  interaction.offer = null
  interaction.acceptedAt = now()
  enter(conversation, 'ACTIVE')
  changed(conversation)
}

function end(conversation, by, which = null) {
  const interaction = conversation.interactions.find((one) => one.id === which) ?? conversation.interactions.at(-1)
  if (interaction.call !== null) interaction.call = { ...interaction.call, state: 'ENDED', since: now(), quality: null }
  interaction.liveUntil = now()
  interaction.endedBy = by
  interaction.wrapUpUntil = new Date(Date.now() + 90_000).toISOString()
  interaction.state = 'WRAP_UP'
  if (conversation.interactions.every((one) => one.state === 'WRAP_UP')) enter(conversation, 'WRAP_UP')
  changed(conversation)
}

// ---- HTTP -----------------------------------------------------------------------------------

class Refusal extends Error {
  constructor(status, code, more = {}) {
    super(code)
    Object.assign(this, { status, code, more })
  }
}

const lines = telephony({ id, services: callServices, users, Refusal })

const writing = channels({ id, now, contacts, conversations, services, users, dispositions, changed, publish, agentOf, begin, Refusal })

const me = (user) => ({
  id: user.id,
  login: user.login,
  name: user.name,
  language: user.language,
  roles: user.roles,
  privileges: user.privileges,
  team: user.team,
  workspace,
})

const sent = new Map()
const need = (map, key) => map.get(key) ?? (() => { throw new Refusal(404, 'not-found') })()
const byInteraction = (key) =>
  [...conversations.values()].find((one) => one.interactions.some((i) => i.id === key)) ??
  (() => { throw new Refusal(404, 'not-found') })()

function page(all, cursor, size) {
  const from = Number(cursor || 0)
  const items = all.slice(from, from + size)
  return { items, next: from + size < all.length ? String(from + size) : null }
}

const plain = (text) => text.toLowerCase().replace(/[أإآ]/g, 'ا').replace(/ة/g, 'ه')

const routes = [
  ['GET', /^\/api\/me$/, ({ user }) => me(user)],
  ['PUT', /^\/api\/me\/language$/, ({ user, body }) => void (user.language = body.language)],
  ['POST', /^\/api\/me\/password$/, ({ user, body }) => {
    if (body.current !== user.password) throw new Refusal(422, 'wrong-password')
    if (body.next.length < 8) throw new Refusal(422, 'password-too-short')
    user.password = body.next
  }],
  ['GET', /^\/api\/me\/sessions$/, ({ user, session }) =>
    [...sessions.values()].filter((one) => one.user === user.id).map(({ user: _, token: __, ...one }) => ({ ...one, current: one.id === session.id }))],
  ['DELETE', /^\/api\/me\/sessions\/(\w+)$/, ({ match }) => {
    for (const [token, one] of sessions) if (one.id === match[1]) sessions.delete(token)
  }],
  ...lines.routes,
  ...writing.routes,
  ['GET', /^\/api\/desk$/, ({ user }) => {
    if (!user.privileges.includes('WORK_AT_DESK')) throw new Refusal(403, 'not-allowed')
    const desk = deskOf(user)
    return {
      desk: desk.name,
      offset: desk.offset,
      me: me(user),
      presence: presenceView(user),
      notReadyReasons: reasons,
      sideCall: user.sideCall,
      previews: [],
      conversations: held(user).map(view),
      outs: [],
    }
  }],
  ['PUT', /^\/api\/desk\/presence$/, ({ user, body }) => {
    const wanted = { state: body.state, reason: body.reason ?? null }
    const busy = held(user).some((one) => one.state !== 'WRAP_UP' || true)
    if (wanted.state === 'READY' || !busy) user.presence = { ...wanted, next: null, since: now() }
    else if (wanted.state === user.presence.state) user.presence = { ...user.presence, next: null }
    else user.presence = { ...user.presence, next: wanted }
    publish(user, presenceEvent(user))
  }],
  ['POST', /^\/api\/offers\/(\w+)\/(accept|decline)$/, ({ user, match, body }) => {
    const conversation = [...conversations.values()].find((one) => one.interactions.some((i) => i.id === match[1]))
    const interaction = conversation?.interactions.at(-1)
    if (interaction?.offer?.number !== body.offer) throw new Refusal(409, 'offer-gone')
    if (match[2] === 'accept') return accept(conversation)
    remove(conversation)
    user.presence = { state: 'NOT_READY', reason: 'DECLINED', next: null, since: now() }
    publish(user, presenceEvent(user))
  }],
  ['PUT', /^\/api\/conversations\/(\w+)\/read$/, ({ match, body }) => {
    const conversation = need(conversations, match[1])
    conversation.readSeq = Math.max(conversation.readSeq, body.seq)
    publish(agentOf(conversation), { type: 'conversationRead', id: conversation.id, seq: conversation.readSeq })
  }],
  ['GET', /^\/api\/conversations\/(\w+)\/messages$/, ({ match, query }) => {
    const { all } = need(conversations, match[1])
    const before = Number(query.get('before'))
    return all.filter((one) => one.seq < before).slice(-Number(query.get('limit')))
  }],
  ['PUT', /^\/api\/interactions\/(\w+)\/notes$/, ({ match, body }) => {
    const conversation = byInteraction(match[1])
    Object.assign(conversation.interactions.at(-1), { notes: body.notes, disposition: body.disposition })
    changed(conversation)
  }],
  ['POST', /^\/api\/interactions\/(\w+)\/end$/, ({ match }) => end(byInteraction(match[1]), 'AGENT', match[1])],
  ['POST', /^\/api\/conversations\/(\w+)\/complete$/, ({ user, match, body }) => {
    const conversation = need(conversations, match[1])
    if (conversation.state === 'ACTIVE') throw new Refusal(409, 'still-live')
    if (body.seenSeq < conversation.lastSeq) throw new Refusal(409, 'new-message')
    if (body.disposition === null) throw new Refusal(422, 'disposition-required')
    const of = contacts.get(conversation.contact)
    const chosen = dispositions.find((one) => one.id === body.disposition)
    const last = conversation.interactions.at(-1)
    activities.set(last.id, {
      contact: of.id,
      activity: {
        id: last.id,
        conversation: conversation.id,
        medium: last.medium,
        channel: last.channel,
        direction: last.direction,
        service: last.service,
        agent: { id: user.id, name: user.name },
        arrivedAt: last.arrivedAt,
        acceptedAt: last.acceptedAt,
        endedAt: last.liveUntil,
        outcome: 'HANDLED',
        disposition: choice(chosen),
        notes: body.notes,
        party: last.party,
        talkSeconds: null,
      result: null,
        recordings: [],
        consultations: [],
        postponements: [],
        transfers: [], participants: [],
        followUp: null,
      rating: null,
        messages: conversation.all.length,
        firstText: conversation.all[0]?.text ?? null,
      },
      messages: conversation.all,
      notes: body.notes,
      disposition: choice(chosen),
    })
    of.lastActivityAt = now()
    remove(conversation)
  }],
  ['POST', /^\/api\/phone$/, () => ({ sdp: '' })],
  ['GET', /^\/api\/calls\/services$/, () => callServices],
  ['POST', /^\/api\/calls$/, ({ user, body }) => {
    if (!/^[+\d ()-]{3,}$/.test(body.number)) throw new Refusal(422, 'bad-number')
    const of = contacts.get(body.contact) ?? contact(null, [{ kind: 'PHONE', value: body.number, trust: 'CONFIRMED' }])
    const service = callServices.find((one) => one.id === body.service) ?? services.orders
    const conversation = conversations.get(body.conversation) ?? begin(user, of, service)
    const interaction = dial(conversation, service, body.number)
    changed(conversation)
    return { interaction: interaction.id, conversation: conversation.id }
  }],
  ['PUT', /^\/api\/calls\/(\w+)\/held$/, ({ match, body }) => call(match[1], { state: body.held ? 'HELD' : 'CONNECTED', since: now() })],
  ['PUT', /^\/api\/calls\/(\w+)\/muted$/, ({ match, body }) => call(match[1], { muted: body.muted })],
  ['PUT', /^\/api\/calls\/(\w+)\/recording$/, ({ match, body }) => call(match[1], { recording: body.state })],
  ['POST', /^\/api\/calls\/(\w+)\/keys$/, () => undefined],
  ['POST', /^\/api\/calls\/(\w+)\/transfer$/, ({ match }) => remove(byInteraction(match[1]))],
  ['POST', /^\/api\/calls\/(\w+)\/consultation$/, ({ match, user, body }) => {
    const asked = colleagues(user).find((one) => one.id === body.user)
    if (asked?.callable === false) throw new Refusal(409, 'colleague-busy')
    consult(match[1], { id: id(), user: asked === undefined ? null : { id: asked.id, name: asked.name }, number: body.number ?? null, state: 'RINGING', result: null })
    return { id: id() }
  }],
  ['PUT', /^\/api\/calls\/(\w+)\/consultation$/, ({ match, body }) =>
    consult(match[1], { state: { CUSTOMER: 'HELD', CONSULTED: 'CONNECTED', ALL: 'CONFERENCE' }[body.with] })],
  ['POST', /^\/api\/calls\/(\w+)\/consultation\/complete$/, ({ match }) => remove(byInteraction(match[1]))],
  ['DELETE', /^\/api\/calls\/(\w+)\/consultation$/, ({ match }) => consult(match[1], null)],
  ['GET', /^\/api\/colleagues$/, ({ user }) => colleagues(user)],
  ['GET', /^\/api\/internal-calls$/, () => internalCalls],
  ['POST', /^\/api\/internal-calls$/, ({ user, body }) => {
    const { id: of, name } = colleagues(user).find((one) => one.id === body.user)
    const call = { id: id(), kind: 'INTERNAL', with: { id: of, name }, direction: 'OUT', state: 'RINGING', since: now(), ringsUntil: new Date(Date.now() + 30_000).toISOString(), muted: false, about: null, result: null }
    side(user, call)
    return { id: call.id }
  }],
  ['POST', /^\/api\/internal-calls\/(\w+)\/answer$/, ({ user }) => side(user, { ...user.sideCall, state: 'CONNECTED', since: now(), ringsUntil: null })],
  ['POST', /^\/api\/internal-calls\/(\w+)\/(decline|end)$/, ({ user }) => side(user, null)],
  ['PUT', /^\/api\/internal-calls\/(\w+)\/muted$/, ({ user, body }) => side(user, { ...user.sideCall, muted: body.muted })],
  ['GET', /^\/api\/device$/, ({ user }) => ({ ...user.device, ready: user.device.kind !== 'PHONE' || phones.some((one) => one.id === user.device.phone && one.registered), phones })],
  ['PUT', /^\/api\/device$/, ({ user, body }) => {
    if (body.kind === 'NUMBER' && !/^[+\d ()-]{3,}$/.test(body.number)) throw new Refusal(422, 'bad-number')
    user.device = body
    return { ...body, ready: true, phones }
  }],
  ['GET', /^\/api\/recordings\/(\w+)\/waveform$/, () => ({
    seconds: 152,
    peaks: Array.from({ length: 600 }, (_, i) => {
      const turn = Math.sin(i / 21) + Math.sin(i / 8.3)
      const loud = (side) => Math.round(Math.max(3, Math.max(0, side * turn) * 34 * (0.55 + 0.45 * Math.abs(Math.sin(i * 1.7)))))
      return [loud(1), loud(-1)]
    }),
  })],
  ['GET', /^\/api\/contacts$/, ({ query }) => {
    const words = plain(query.get('query') ?? '').split(' ').filter(Boolean)
    const found = [...contacts.values()]
      .filter((one) => words.every((word) => plain(`${one.name ?? ''} ${one.id} ${one.addresses.map((a) => a.value).join(' ')}`).includes(word)))
      .sort((a, b) => (b.lastActivityAt ?? '').localeCompare(a.lastActivityAt ?? ''))
    return page(found.map(summary), query.get('cursor'), 20)
  }],
  ['GET', /^\/api\/contacts\/(\w+)$/, ({ match }) => ({ preferredChannel: null, ...need(contacts, match[1]), optOuts: writing.outs(match[1]) })],
  ['PUT', /^\/api\/contacts\/(\w+)\/preferred-channel$/, ({ match, body }) => {
    const one = need(contacts, match[1])
    Object.assign(one, { preferredChannel: body.channel, version: one.version + 1 })
    touch(one)
    return one
  }],
  ['PATCH', /^\/api\/contacts\/(\w+)$/, ({ match, body }) => {
    const one = need(contacts, match[1])
    if (body.version !== one.version) throw new Refusal(409, 'changed')
    Object.assign(one, body, { version: one.version + 1 })
    touch(one)
    return one
  }],
  ['POST', /^\/api\/contacts\/(\w+)\/addresses$/, ({ match, body }) => {
    const one = need(contacts, match[1])
    if (!/^[+\d ]{4,}$|^\S+@\S+$/.test(body.value)) throw new Refusal(422, 'invalid-address')
    one.addresses = [...one.addresses, { kind: body.kind, value: body.value, trust: 'CONFIRMED' }]
    touch(one)
  }],
  ['DELETE', /^\/api\/contacts\/(\w+)\/addresses\/(\w+)\/(.+)$/, ({ match }) => {
    const one = need(contacts, match[1])
    const value = decodeURIComponent(match[3])
    one.addresses = one.addresses.filter((a) => a.kind !== match[2] || a.value !== value)
    touch(one)
  }],
  ['GET', /^\/api\/contacts\/(\w+)\/activities$/, ({ match, query }) => {
    const fits = (one) =>
      ['channel'].every((part) => !query.has(part) || one.activity[part] === query.get(part)) &&
      ['agent', 'service'].every((part) => !query.has(part) || one.activity[part]?.id === query.get(part)) &&
      (!query.has('from') || one.activity.arrivedAt >= query.get('from')) &&
      (!query.has('until') || one.activity.arrivedAt < query.get('until')) &&
      [one.activity.notes, ...one.messages.map((message) => message.text)].some((text) => plain(text).includes(plain(query.get('text') ?? '')))
    const all = [...activities.values()]
      .filter((one) => one.contact === match[1] && fits(one))
      .map((one) => one.activity)
      .sort((a, b) => b.arrivedAt.localeCompare(a.arrivedAt))
    return page(all, query.get('cursor'), 8)
  }],
  // What a small centre has none of.
  ['GET', /^\/api\/queue$/, () => ({ all: 0, waiting: [], postponed: [] })],
  ['GET', /^\/api\/mentions$/, () => ({ unseen: 0, items: [] })],
  ['GET', /^\/api\/contact-fields$/, () => []],
  ['GET', /^\/api\/contacts\/\w+\/details$/, () => ({ company: null, timeZone: null, tags: [], consents: [], fields: {} })],
  ['GET', /^\/api\/contacts\/\w+\/(candidates|duplicates|merges|templates|approved-templates)$/, () => []],
  ['GET', /^\/api\/contacts\/(\w+)\/activity-choices$/, ({ match }) => {
    const all = [...activities.values()].filter((one) => one.contact === match[1]).map((one) => one.activity)
    const named = (part) => [...new Map(all.flatMap((one) => (one[part] === null ? [] : [[one[part].id, one[part]]]))).values()]
    const channels = new Map(all.map((one) => [one.channel, { channel: one.channel, medium: one.medium, account: null }]))
    return { channels: [...channels.values()], agents: named('agent'), services: named('service') }
  }],
  ['GET', /^\/api\/activities\/(\w+)$/, ({ match }) => {
    const { contact: _, ...detail } = need(activities, match[1])
    const followUps = [...activities.values()].flatMap((one) => one.activity.followUp ?? []).filter((one) => one.activity === match[1])
    return { ...detail, followUps }
  }],
  ['GET', /^\/api\/follow-ups$/, ({ user }) =>
    [...activities.values()]
      .flatMap((one) => one.activity.followUp ?? [])
      .filter((one) => one.owner.id === user.id && one.state === 'PLANNED')
      .sort((a, b) => a.dueAt.localeCompare(b.dueAt))
      .map((followUp) => ({ followUp, contact: contacts.get(followUp.contact) }))],
  ['POST', /^\/api\/activities\/(\w+)\/follow-ups$/, ({ match, user, body }) => {
    const earlier = need(activities, match[1])
    const followUp = { id: id(), contact: earlier.contact, activity: match[1], owner: { id: user.id, name: user.name }, ...body, state: 'PLANNED', createdAt: now(), closedAt: null, version: 1 }
    const mine = { ...earlier.activity, id: followUp.id, medium: 'TASK', channel: 'follow-up', direction: 'OUTBOUND', agent: followUp.owner, arrivedAt: now(), endedAt: null, outcome: null, disposition: null, notes: body.note, messages: 0, followUp }
    activities.set(followUp.id, { contact: earlier.contact, activity: mine, messages: [], notes: body.note, disposition: null })
    return followUp
  }],
  ['PUT', /^\/api\/follow-ups\/(\w+)$/, ({ match, body }) => {
    const { activity } = need(activities, match[1])
    activity.followUp = { ...activity.followUp, ...body, version: activity.followUp.version + 1 }
    return activity.followUp
  }],
  ['POST', /^\/api\/follow-ups\/(\w+)\/(done|cancel)$/, ({ match }) => {
    const { activity } = need(activities, match[1])
    activity.endedAt = now()
    activity.followUp = { ...activity.followUp, state: match[2] === 'done' ? 'DONE' : 'CANCELLED', closedAt: now() }
    return activity.followUp
  }],
]

function touch(one) {
  for (const conversation of conversations.values()) if (conversation.contact === one.id) changed(conversation)
}

function deskOf(user) {
  let desk = desks.get(user.id)
  if (desk === undefined) desks.set(user.id, (desk = { name: id(), offset: 0, sockets: new Set() }))
  return desk
}

const cookie = (request) => /hiwar_session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1]

async function api(request, response, url) {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  const whole = Buffer.concat(chunks)
  const file = request.headers['content-type'] === 'application/octet-stream'
  const body = file || whole.length === 0 ? {} : JSON.parse(whole.toString())
  const answer = (status, content, headers = {}) => {
    response.writeHead(status, { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json', 'Cache-Control': 'no-store', ...headers })
    response.end(content === undefined ? '' : JSON.stringify(content))
  }
  try {
    if (request.method !== 'GET' && request.headers['x-hiwar'] !== '1') throw new Refusal(403, 'foreign-origin')
    if (url.pathname === '/api/login') {
      const user = everybody.find((one) => one.login === body.login && one.password === body.password)
      if (user === undefined) throw new Refusal(401, 'wrong-credentials')
      const token = `${workspace.id}.${id()}`
      sessions.set(token, { id: id(), token, user: user.id, createdAt: now(), lastUsedAt: now(), client: request.headers['user-agent'] ?? '' })
      return answer(200, me(user), { 'Set-Cookie': `hiwar_session=${token}; HttpOnly; SameSite=Lax; Path=/` })
    }
    const session = sessions.get(cookie(request))
    if (session === undefined) throw new Refusal(401, 'not-logged-in')
    if (url.pathname === '/api/logout') {
      sessions.delete(session.token)
      return answer(204)
    }
    session.lastUsedAt = now()
    const user = everybody.find((one) => one.id === session.user)
    const framed = /^\/api\/messages\/(\w+)\/email\/frame$/.exec(url.pathname)
    if (framed !== null) return frame(response, url.searchParams.get('pictures') === 'true')
    const shown = /^\/api\/attachments\/(\w+)$/.exec(url.pathname)
    if (shown !== null && request.method === 'GET') return attached(response)
    for (const [method, path, handle] of routes) {
      const match = path.exec(url.pathname)
      if (match === null || method !== request.method) continue
      const result = handle({ user, session, body, match, query: url.searchParams, bytes: whole.length })
      return answer(result === undefined ? 204 : 200, result)
    }
    throw new Refusal(404, 'not-found')
  } catch (error) {
    if (!(error instanceof Refusal)) console.error(error)
    const status = error.status ?? 500
    answer(status, { type: `urn:hiwar:problem:${error.code ?? 'unforeseen'}`, title: error.code, status, ...error.more })
  }
}

/// A mail, cleaned, as its frame shows it; and a picture that stands for any.
function frame(response, pictures) {
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:" })
  response.end(`<body style="font:15px sans-serif;padding:16px"><h2>Your booking</h2><p>Could you move it to <b>Thursday</b>?</p>${pictures ? '<p>[picture]</p>' : ''}`)
}

function attached(response) {
  response.writeHead(200, { 'Content-Type': 'image/svg+xml' })
  response.end('<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200"><rect width="320" height="200" fill="#b9c8e8"/><circle cx="90" cy="80" r="34" fill="#fff6d8"/><path d="M0 200 120 110 190 160 250 90 320 200z" fill="#5f7fb8"/></svg>')
}

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.woff': 'font/woff' }

function pages(response, url) {
  let file = join(DIST, normalize(url.pathname))
  if (!existsSync(file) || statSync(file).isDirectory()) file = join(DIST, 'index.html')
  response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream', 'Content-Security-Policy': POLICY })
  createReadStream(file).pipe(response)
}

// ---- playing the customer: POST /dev/<what> with a JSON body ----------------------------------

const seeds = {
  ...writing.seeds,
  /// { login, name?, text, seconds? } → a chat is offered
  offer({ login, name = null, text, seconds, addresses }) {
    const user = users.find((one) => one.login === login)
    const conversation = offer(user, contact(name, addresses), services.orders, seconds)
    say(conversation, 'CUSTOMER', text, ago(0.4), true)
    changed(conversation)
    return { conversation: conversation.id, interaction: conversation.interactions[0].id }
  },
  /// { login, number, name?, seconds? } → a call is offered; a number withheld when null
  ring({ login, number, name = null, seconds }) {
    const user = users.find((one) => one.login === login)
    const known = [...contacts.values()].find((one) => one.addresses.some((a) => a.value === number))
    const of = known ?? contact(name, number === null ? [] : [{ kind: 'PHONE', value: number, trust: 'PRESENTED' }])
    if (known === undefined) of.addresses.shift()
    const conversation = offer(user, of, services.orders, seconds)
    Object.assign(conversation.interactions[0], { medium: 'VOICE', channel: 'phone', party: number })
    changed(conversation)
    return { conversation: conversation.id, interaction: conversation.interactions[0].id }
  },
  /// { interaction, … } → what becomes of a call: state, result, quality, recording
  call: ({ interaction, ...change }) => call(interaction, { ...change, since: now() }),
  /// { interaction, … } → how the consultation of a call goes on: state, result
  consult: ({ interaction, ...change }) => consult(interaction, change),
  /// { login, kind, with, … } → a colleague calls or asks; state and the rest as given
  side({ login, ...given }) {
    const user = users.find((one) => one.login === login)
    if (given.kind === undefined) return side(user, null)
    side(user, { id: id(), direction: 'IN', state: 'RINGING', since: now(), ringsUntil: new Date(Date.now() + 30_000).toISOString(), muted: false, about: null, result: null, ...given, with: { id: id(), name: given.with } })
  },
  say: ({ conversation, text }) => say(conversations.get(conversation), 'CUSTOMER', text),
  typing: ({ conversation }) => publish(agentOf(conversations.get(conversation)), { type: 'typing', conversation }),
  end: ({ conversation }) => end(conversations.get(conversation), 'CUSTOMER'),
  /// { storing?, healthy?, accepting? } → break things, or mend them
  server(change) {
    Object.assign(serverState, change)
    if (change.accepting === false) for (const desk of desks.values()) for (const socket of desk.sockets) socket.terminate()
  },
  resync() {
    for (const desk of desks.values()) for (const socket of desk.sockets) socket.send(JSON.stringify({ resync: true }))
  },
  /// No trunk and no number yet.
  bare: () => lines.clear(),
  // What was planned is due since yesterday.
  late: () => {
    const followUp = [...activities.values()].flatMap((one) => one.activity.followUp ?? [])[0]
    followUp.dueAt = ago(60 * 20)
    return followUp
  },
  /// { login, count } → so many more chats that go on
  crowd({ login, count }) {
    const user = users.find((one) => one.login === login)
    for (let nr = 0; nr < count; nr++) {
      const conversation = offer(user, contact(`Customer ${nr + 1}`), services.info, 3_600)
      const [interaction] = conversation.interactions
      Object.assign(interaction, { offer: null, state: 'ACTIVE', acceptedAt: ago(3) })
      Object.assign(conversation, { state: 'ACTIVE', stateSince: ago(3) })
      say(conversation, 'CUSTOMER', `Question ${nr + 1} about an order`, ago(2), true)
    }
    seeds.resync()
  },
  scene: ({ login, messages = 0 }) => scene(users.find((one) => one.login === login), messages),
  reset() {
    conversations.clear()
    contacts.clear()
    activities.clear()
    lines.reset()
    writing.reset()
    Object.assign(serverState, { healthy: true, storing: true, accepting: true })
    for (const user of users) Object.assign(user, { sideCall: null, device: { kind: 'BROWSER', phone: null, number: null } })
    for (const user of users) user.presence = { state: 'NOT_READY', reason: 'LOGIN', next: null, since: now() }
    seeds.resync()
  },
}

/// A working day for one agent: two chats, one of them waiting for an answer, and a past.
function scene(user, messages) {
  user.presence = { state: 'READY', reason: null, next: null, since: ago(4.2) }
  const layla = contact('ليلى حداد', [
    { kind: 'PHONE', value: '+963 944 555 018', trust: 'CLAIMED' },
    { kind: 'EMAIL', value: 'layla.h@example.com', trust: 'CONFIRMED' },
  ], ago(60 * 24 * 6))
  const visitor = contact(null)
  const jo = contact('Jo Brandt', [{ kind: 'EMAIL', value: 'jo.brandt@example.com', trust: 'CLAIMED' }], ago(60 * 26))
  contact('أحمد سليمان', [{ kind: 'PHONE', value: '+963 955 555 077', trust: 'PRESENTED' }], ago(60 * 24 * 18))
  contact('Mia Andersson', [{ kind: 'EMAIL', value: 'mia@example.com', trust: 'CLAIMED' }], ago(60 * 24 * 40))
  const past = [
    ['السلام عليكم، متى يصل طلبي 88213؟', 'وعليكم السلام. الطلب خرج للتوصيل اليوم.', 'ممتاز، شكرًا.'],
    ['Can I change the delivery address?', 'Yes. Which one shall it be?', 'The office: 12 Harbour Street.', 'Done.'],
    ['هل لديكم نفس الحذاء بمقاس 42؟', 'نعم، متوفر بالأسود والبني.'],
  ]
  activity(layla, services.orders, user, 60 * 24 * 6, past[0], dispositions[0], 'سألت عن موعد التوصيل.')
  const spoken = (minutesAgo, direction, changes, disposition = null, notes = '') => {
    activity(layla, services.orders, user, minutesAgo, [], disposition, notes)
    const one = [...activities.values()].at(-1).activity
    Object.assign(one, { medium: 'VOICE', channel: 'phone', direction, party: '+963944555018', firstText: null }, changes)
    if (one.talkSeconds !== null) one.endedAt = new Date(Date.parse(one.acceptedAt) + one.talkSeconds * 1000).toISOString()
  }
  const recorded = { id: id(), began: ago(60 * 24 * 2), seconds: 152 }
  const consultations = [
    { id: id(), user: null, number: '+49301234567', began: ago(60 * 24 * 2), seconds: null, outcome: 'NOT_ANSWERED' },
    { id: id(), user: { id: others[1].id, name: others[1].name }, number: null, began: ago(60 * 24 * 2), seconds: 48, outcome: 'ENDED' },
  ]
  spoken(60 * 24 * 2, 'INBOUND', { talkSeconds: 164, recordings: [recorded], consultations }, dispositions[0], 'Asked for the invoice by email.')
  spoken(60 * 24 * 2 + 50, 'OUTBOUND', { talkSeconds: null })
  spoken(60 * 24 * 3, 'INBOUND', { talkSeconds: null, outcome: 'ABANDONED', agent: null, acceptedAt: null })
  activity(layla, services.info, users[1], 60 * 24 * 13, past[1], dispositions[1], 'Moved delivery to the office.')
  activity(layla, services.orders, user, 60 * 24 * 13 + 95, [past[0][0]], null, '', 'ABANDONED')
  for (let i = 0; i < 9; i++) activity(layla, services.orders, users[i % 2], 60 * 24 * (30 + i * 6), past[i % 3], dispositions[i % 3], i % 2 ? 'Prefers to be written to in the morning.' : '')
  activity(jo, services.info, users[1], 60 * 26, past[1], dispositions[1], '')

  const open = (of, service, minutesAgo, lines) => {
    const conversation = offer(user, of, service, 3_600)
    const interaction = conversation.interactions[0]
    interaction.offer = null
    interaction.arrivedAt = conversation.openedAt = ago(minutesAgo)
    interaction.acceptedAt = ago(minutesAgo - 0.4)
    interaction.state = conversation.state = 'ACTIVE'
    conversation.stateSince = interaction.acceptedAt
    lines.forEach(([kind, text], index) =>
      say(conversation, kind, text, ago(minutesAgo - 0.2 - (index * (minutesAgo - 1)) / Math.max(1, lines.length)), true))
    conversation.readSeq = conversation.lastSeq
    return conversation
  }
  const many = Array.from({ length: messages }, (_, i) => [i % 3 === 1 ? 'AGENT' : 'CUSTOMER', i % 5 === 0 ? `سؤال رقم ${i + 1} عن الطلب` : `Message ${i + 1} about the order, with a few more words in it.`])
  const first = open(layla, services.orders, 9, [
    ...many,
    ['CUSTOMER', 'مرحبًا، أحتاج إلى تغيير عنوان التوصيل للطلب RX-40721.'],
    ['AGENT', 'أهلًا بك ليلى. وجدتُ الطلب، وما زال في المستودع. ما العنوان الجديد؟'],
    ['CUSTOMER', 'شارع الميناء 12، الطابق الثالث.\nورقم الهاتف نفسه.'],
    ['CUSTOMER', 'Is Thursday morning possible?'],
    ['AGENT', 'Yes: Thursday between 09:00 and 12:00.'],
    ['CUSTOMER', 'صباح الخميس يناسبني، شكرًا.'],
  ])
  const second = open(visitor, services.info, 4, [
    ['CUSTOMER', 'Hello'],
    ['AGENT', 'Good morning, how can I help?'],
    ['CUSTOMER', 'Is the branch open on Saturday?'],
    ['CUSTOMER', 'And until when?'],
  ])
  second.readSeq = 2
  second.all.at(-1).at = ago(1.2)
  second.all.at(-2).at = ago(1.8)
  seeds.resync()
  return { first: first.id, second: second.id, contact: layla.id }
}

// ---- start ------------------------------------------------------------------------------------

const server = createServer((request, response) => {
  const url = new URL(request.url, 'http://here')
  if (url.pathname.startsWith('/dev/')) {
    const chunks = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      const result = seeds[url.pathname.slice(5)](JSON.parse(Buffer.concat(chunks).toString() || '{}'))
      response.end(JSON.stringify(result ?? null))
    })
    return
  }
  if (url.pathname.startsWith('/api/') && !serverState.accepting) return void request.socket.destroy()
  if (url.pathname.startsWith('/api/')) return void api(request, response, url)
  pages(response, url)
})

function written({ id, conversation: of, text }) {
  if (!serverState.storing) return { refused: id, status: 503, problem: 'not-stored' }
  const conversation = conversations.get(of)
  if (conversation === undefined) return { refused: id, status: 404, problem: 'not-found' }
  if (!sent.has(id)) {
    if (conversation.state !== 'ACTIVE') return { refused: id, status: 409, problem: 'chat-ended' }
    const { seq, at } = say(conversation, 'AGENT', text, now(), false, id)
    sent.set(id, { seq, at })
  }
  return { written: id, ...sent.get(id) }
}

const hub = new WebSocketServer({ noServer: true })
server.on('upgrade', (request, socket, head) => {
  const session = sessions.get(cookie(request))
  if (session === undefined || !serverState.accepting) return void socket.destroy()
  hub.handleUpgrade(request, socket, head, (line) => {
    const desk = deskOf({ id: session.user })
    desk.sockets.add(line)
    const beat = () => line.send(JSON.stringify({ heartbeat: true, healthy: serverState.healthy }))
    beat()
    const beats = setInterval(beat, 1000)
    line.on('message', (data) => {
      const message = JSON.parse(String(data))
      if (message.type === 'write') line.send(JSON.stringify(written(message)))
    })
    line.on('close', () => {
      clearInterval(beats)
      desk.sockets.delete(line)
    })
  })
})

server.listen(Number(process.argv[2] ?? 8099), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}/`)
})
