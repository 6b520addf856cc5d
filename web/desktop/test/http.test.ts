import { afterEach, describe, expect, test, vi } from 'vitest'
import { useDesk } from '../src/desk/store.ts'
import { get, Problem, read, send, Unreachable, whenSignedOut } from '../src/api/http.ts'

/// What was asked of the server, and what it answers.
function server(answer: () => Response) {
  const asked: { address: string; init: RequestInit }[] = []
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    asked.push({ address, init })
    return Promise.resolve(answer())
  })
  return asked
}

function problem(status: number, code: string): Response {
  return new Response(JSON.stringify({ type: `urn:hiwar:problem:${code}`, retryAfterMs: 5 }), { status })
}

describe('calls to the server', () => {
  afterEach(() => vi.unstubAllGlobals())

  test('ids stand in the address and what is looked for behind it, neither able to break out', async () => {
    const asked = server(() => new Response('{"items":[],"next":null}'))
    await get('/api/contacts/{contact}/activities', { path: { contact: '1/2?3' }, query: { cursor: 'a&b=c' } })
    await get('/api/contacts', { query: { query: 'أمل +1' } })
    await get('/api/contacts')
    const addresses = asked.map((one) => new URL(one.address, 'http://localhost'))
    expect(addresses.map((one) => one.pathname)).toEqual(['/api/contacts/1%2F2%3F3/activities', '/api/contacts', '/api/contacts'])
    expect(addresses.map((one) => Object.fromEntries(one.searchParams))).toEqual([{ cursor: 'a&b=c' }, { query: 'أمل +1' }, {}])
  })

  test('a command carries its body, the sign of our own page and its key; a question carries none', async () => {
    const asked = server(() => new Response(null, { status: 204 }))
    await send('PUT', '/api/me/language', { body: { language: 'ar' }, key: 'k' })
    await send('POST', '/api/logout')
    await send('POST', '/api/logout')
    await get('/api/me')
    expect(asked[0]?.init).toMatchObject({
      method: 'PUT',
      body: '{"language":"ar"}',
      headers: { 'X-Hiwar': '1', 'Content-Type': 'application/json', 'Idempotency-Key': 'k' },
    })
    const keys = asked.map(({ init }) => (init.headers as Record<string, string>)['Idempotency-Key'])
    expect(keys[1]).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
    expect(keys[2]).not.toBe(keys[1])
    expect(asked[3]?.init.headers).toEqual({ Accept: 'application/json' })
    expect(asked[3]?.init.body).toBeUndefined()
  })

  test('what comes before the desk is connected is asked for again when it is, as something new', async () => {
    useDesk.setState({ sync: { state: 'CONNECTING', attempt: 0, lastInSync: null } })
    const answers = [problem(409, 'no-session'), new Response(null, { status: 204 })]
    const asked = server(() => answers.shift() ?? problem(500, 'asked-too-often'))
    const chosen = send('PUT', '/api/desk/presence', { body: { state: 'READY', reason: null } })
    await vi.waitFor(() => expect(asked).toHaveLength(1))
    await Promise.resolve()
    expect(asked).toHaveLength(1)
    useDesk.setState({ sync: { state: 'IN_SYNC' } })
    await chosen
    expect(asked).toHaveLength(2)
    const [first, second] = asked.map(({ init }) => (init.headers as Record<string, string>)['Idempotency-Key'])
    expect(second).not.toBe(first)
  })

  test('and is refused when the line does not come, or nobody is there in spite of it', async () => {
    vi.useFakeTimers()
    useDesk.setState({ sync: { state: 'CONNECTING', attempt: 0, lastInSync: null } })
    const asked = server(() => problem(409, 'no-session'))
    const chosen = send('PUT', '/api/desk/presence', { body: { state: 'READY', reason: null } })
    const refused = expect(chosen).rejects.toMatchObject({ code: 'no-session' })
    await vi.advanceTimersByTimeAsync(5_000)
    await refused
    expect(asked).toHaveLength(2)
    vi.useRealTimers()
  })

  test('the answer comes with the time of the server, where it says it', async () => {
    server(() => new Response('{"id":"7"}', { headers: { Date: 'Fri, 20 Nov 2026 10:00:00 GMT' } }))
    expect(await read('/api/me')).toEqual({ body: { id: '7' }, serverTime: Date.parse('2026-11-20T10:00:00Z') })
  })

  test('a refusal is a problem with its code; what a proxy says is no answer', async () => {
    server(() => problem(409, 'chat-ended'))
    const refused = await get('/api/me').catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Problem)
    expect(refused).toMatchObject({ code: 'chat-ended', status: 409, retryAfterMs: 5 })
    server(() => new Response('<html>', { status: 502 }))
    await expect(get('/api/me')).rejects.toBeInstanceOf(Unreachable)
  })

  test('an unknown session is told to all who listen, but a wrong password is not', async () => {
    let told = 0
    const stop = whenSignedOut(() => told++)
    server(() => problem(401, 'unauthorized'))
    await expect(send('POST', '/api/login', { body: { login: 'a', password: 'b' } })).rejects.toBeInstanceOf(Problem)
    expect(told).toBe(0)
    await expect(get('/api/me')).rejects.toBeInstanceOf(Problem)
    expect(told).toBe(1)
    stop()
  })
})
