// What an administrator sets up for calls, in memory: a part of the stand-in for the server (fake-server.mjs).

/// `id` makes ids, `services` are those for calls, `Refusal` is thrown as (status, code).
export function telephony({ id, services, Refusal }) {
  let trunks = []
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
  const voiceOf = (service) => voices.get(service) ?? { callerId: null, recording: 'ANNOUNCED' }

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
    ['GET', /^\/api\/services\/(\w+)\/voice$/, ({ match }) => voiceOf(match[1])],
    ['PUT', /^\/api\/services\/(\w+)\/voice$/, ({ match, body }) => void voices.set(match[1], body) ?? body],
  ]

  /// Nothing is set up yet.
  function clear() {
    trunks = []
    numbers = []
    voices.clear()
  }

  return { routes, reset, clear }
}
