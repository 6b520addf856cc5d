// What an administrator sets up for calls, in memory: a part of the stand-in for the server (fake-server.mjs).

/// `id` makes ids, `services` are those for calls, `users` may have telephones, `Refusal` is thrown as (status, code).
export function telephony({ id, services, users, Refusal }) {
  let trunks = []
  let phones = []
  const settings = {
    version: 1,
    attests: false,
    origins: ['https://shop.example'],
    away: 'MESSAGE',
    en: { title: '', greeting: 'Hello! How can we help?', closed: '' },
    ar: { title: '', greeting: 'أهلًا بك! كيف يمكننا مساعدتك؟', closed: '' },
    look: { accent: '#0d5c63', side: 'END' },
    form: { name: 'OPTIONAL', email: 'OPTIONAL', phone: 'OPTIONAL' },
  }
  let entries = [
    { ...settings, id: id(), slug: 'shop', name: 'متجر المثال', language: 'ar', service: services[0].id, calls: services[0].id },
    { ...settings, id: id(), slug: 'shop-en', name: 'Example shop', language: 'en', service: services[1].id, calls: null },
  ]
  let numbers = []
  const voices = new Map()
  let limits

  function reset() {
    trunks = [
      { id: id(), name: 'Levant Telecom', position: 1, host: 'sip.levant.example', port: 5060, transport: 'UDP', user: 'hiwar-031', registers: true, checked: true, followsRedirects: false, alsoFrom: ['192.0.2.14', '192.0.2.15'] },
      { id: id(), name: 'مقسم المكتب', position: 2, host: '192.0.2.7', port: 5060, transport: 'TCP', user: null, registers: false, checked: true, followsRedirects: false, alsoFrom: [] },
    ]
    numbers = [
      { id: id(), trunk: trunks[0].id, number: '+963115550100', service: services[0].id, language: 'ar' },
      { id: id(), trunk: trunks[0].id, number: '+963115550177', service: services[2].id, language: null },
      { id: id(), trunk: trunks[1].id, number: '101', service: services[1].id, language: 'en' },
    ]
    limits = { country: 'SY', openCountries: ['LB', 'JO', 'DE'], opensPremium: false, opensLocal: false, callsAMinute: 30, callsAtOnce: 20 }
    phones = [
      { id: id(), name: 'Front desk', user: { id: users[0].id, name: users[0].name }, login: 'amal-desk', registered: true, address: '192.0.2.41:5062' },
      { id: id(), name: 'هاتف المستودع', user: { id: users[1].id, name: users[1].name }, login: 'store', registered: false, address: null },
    ]
    voices.clear()
    voices.set(services[0].id, { callerId: numbers[0].id, recording: 'ANNOUNCED' })
  }
  reset()

  const find = (all, which) => all.find((one) => one.id === which) ?? refuse(404, 'not-found')
  const refuse = (status, code) => {
    throw new Refusal(status, code)
  }
  const stored = ({ password: _, ...trunk }) => trunk
  const checked = (wish, own) => {
    if (trunks.some((one) => one.name === wish.name.trim() && one.id !== own)) refuse(409, 'trunk-taken')
    return stored({ ...wish, name: wish.name.trim() })
  }
  const standing = ({ user }) => (user === null ? 'SILENT' : 'REGISTERED')
  const phoneOf = (wish, own) => {
    if (phones.some((one) => one.login === wish.login && one.id !== own)) refuse(409, 'phone-login-taken')
    const owner = users.find((one) => one.id === wish.user) ?? refuse(422, 'user-unknown')
    return { name: wish.name, login: wish.login, user: { id: owner.id, name: owner.name } }
  }
  const voiceOf = (service) => ({ callerId: null, recording: 'ANNOUNCED', announce: 'POSITION', announceEvery: 45, ...voices.get(service) })

  const routes = [
    ['GET', /^\/api\/trunks$/, () => trunks.map((one) => ({ ...one, standing: standing(one) })).sort((a, b) => a.position - b.position)],
    ['POST', /^\/api\/trunks$/, ({ body }) => {
      const made = { id: id(), ...checked(body, null) }
      trunks.push(made)
      return made
    }],
    ['PUT', /^\/api\/trunks\/(\w+)$/, ({ match, body }) => Object.assign(find(trunks, match[1]), checked(body, match[1]))],
    ['DELETE', /^\/api\/trunks\/(\w+)$/, ({ match }) => {
      if (numbers.some((one) => one.trunk === match[1])) refuse(409, 'trunk-has-numbers')
      trunks = trunks.filter((one) => one.id !== match[1])
    }],
    ['POST', /^\/api\/trunks\/(\w+)\/test$/, ({ match }) => {
      const { user } = find(trunks, match[1])
      return user === null ? { works: false, code: 'no-answer', sentence: 'Nobody answers.', status: null } : { works: true, code: 'registered', sentence: 'It answers.', status: null }
    }],
    ['GET', /^\/api\/phone-numbers$/, () => numbers],
    ['GET', /^\/api\/phone-numbers\/choices$/, () => ({ services: services.map(({ id, name }) => ({ id, name })), languages: ['ar', 'en'] })],
    ['POST', /^\/api\/phone-numbers$/, ({ body }) => {
      const number = body.number.replace(/[^\d+]/g, '')
      if (number.length < 3) refuse(422, 'number-invalid')
      if (numbers.some((one) => one.number === number && one.trunk === body.trunk)) refuse(409, 'number-taken')
      const made = { ...body, id: id(), number }
      numbers.push(made)
      return made
    }],
    ['PUT', /^\/api\/phone-numbers\/(\w+)$/, ({ match, body }) => Object.assign(find(numbers, match[1]), body)],
    ['DELETE', /^\/api\/phone-numbers\/(\w+)$/, ({ match }) => {
      if ([...voices.values()].some((one) => one.callerId === match[1])) refuse(409, 'number-shown')
      numbers = numbers.filter((one) => one.id !== match[1])
    }],
    ['GET', /^\/api\/call-limits$/, () => limits],
    ['PUT', /^\/api\/call-limits$/, ({ body }) => (limits = body)],
    ['GET', /^\/api\/call-limits\/destinations$/, () => ['001', 'AE', 'AT', 'DE', 'EG', 'FR', 'GB', 'IQ', 'JO', 'LB', 'SA', 'SY', 'TR', 'US']],
    ['GET', /^\/api\/chat-entries$/, () => entries],
    ['GET', /^\/api\/chat-entry-choices$/, () => ({ chats: services, calls: services, languages: ['ar', 'en'] })],
    ['POST', /^\/api\/chat-entries$/, ({ body }) => {
      if (entries.some((one) => one.slug === body.slug)) refuse(409, 'entry-slug-taken')
      const made = { ...body, id: id(), version: 1 }
      entries.push(made)
      return made
    }],
    ['PUT', /^\/api\/chat-entries\/(\w+)$/, ({ match, body }) => {
      const one = find(entries, match[1])
      return Object.assign(one, body.entry, { version: one.version + 1 })
    }],
    ['POST', /^\/api\/chat-entries\/(\w+)\/identity$/, ({ match }) => {
      find(entries, match[1]).attests = true
      return { secret: 'c2VjcmV0LW9mLXRoZS1zdGFuZC1pbg' }
    }],
    ['DELETE', /^\/api\/chat-entries\/(\w+)\/identity$/, ({ match }) => void Object.assign(find(entries, match[1]), { attests: false })],
    ['DELETE', /^\/api\/chat-entries\/(\w+)$/, ({ match }) => {
      entries = entries.filter((one) => one.id !== match[1])
    }],
    ['GET', /^\/api\/users$/, () => ({ items: users.map((user) => ({ id: user.id, login: user.login, name: user.name, roles: user.roles, team: null, language: user.language, disabled: false, createdAt: '2026-01-01T00:00:00Z' })), next: null })],
    ['GET', /^\/api\/phones$/, () => phones],
    ['POST', /^\/api\/phones$/, ({ body }) => {
      const made = { id: id(), ...phoneOf(body, null), registered: false, address: null }
      phones.push(made)
      return made
    }],
    ['PUT', /^\/api\/phones\/(\w+)$/, ({ match, body }) => Object.assign(find(phones, match[1]), phoneOf(body, match[1]))],
    ['DELETE', /^\/api\/phones\/(\w+)$/, ({ match }) => {
      phones = phones.filter((one) => one.id !== match[1])
    }],
    ['GET', /^\/api\/services\/(\w+)\/voice$/, ({ match }) => voiceOf(match[1])],
    ['PUT', /^\/api\/services\/(\w+)\/voice$/, ({ match, body }) => void voices.set(match[1], body) ?? body],
  ]

  /// Nothing is set up yet.
  function clear() {
    trunks = []
    numbers = []
    phones = []
    voices.clear()
  }

  return { routes, reset, clear }
}
