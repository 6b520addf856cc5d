import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { drafts, useDrafts } from '../src/conversation/drafts.ts'
import { type Outgoing, outbox, useOutbox } from '../src/conversation/outbox.ts'
import { carried, type Road } from '../src/writing/road.ts'
import { takeBack } from '../src/writing/takeBack.ts'
import { uploads } from '../src/writing/uploads.ts'

const file = { id: '80', name: 'ticket.pdf', type: 'application/pdf', bytes: 84_000, state: 'READY' } as const
const sms: Road = { kind: 'MESSAGE', channel: 'sms', account: '70', to: '+963944555018', files: [] }
const mail: Road = { kind: 'EMAIL', account: '71', to: ['a@b.example'], cc: ['c@d.example'], subject: 'Hello', inReplyTo: '905', quoted: '905', files: [file] }
const stored = { conversation: '1', interaction: '13', seq: 5, at: '2026-11-20T10:00:00Z' }

function entry(road?: Road): Outgoing {
  return {
    id: 'client',
    conversation: '1',
    interaction: '11',
    text: 'words',
    at: '2026-11-20T10:00:00Z',
    delivery: 'WAITING',
    problem: null,
    seq: null,
    ...(road === undefined ? {} : { road }),
  }
}

/// What was asked of the server, with what it answers.
function server(...answers: readonly Response[]) {
  const asked: { readonly address: string; readonly body: unknown }[] = []
  let next = 0
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    asked.push({ address, body: JSON.parse(String(init.body)) })
    const answer = answers[Math.min(next++, answers.length - 1)]
    return answer === undefined ? Promise.reject(new TypeError('gone')) : Promise.resolve(answer.clone())
  })
  return asked
}

const ok = () => new Response(JSON.stringify(stored), { status: 200 })
const never = () => Promise.reject(new Error('not by the line of the desk'))

describe('what is written', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    outbox.close()
    drafts.close()
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  test('in a web chat goes by the line of the desk', async () => {
    const asked = server(ok())
    const said: unknown[] = []
    await carried(entry(), (words) => {
      said.push(words)
      return Promise.resolve({ seq: 4, at: stored.at })
    })
    expect(said).toEqual([{ id: 'client', conversation: '1', interaction: '11', text: 'words' }])
    expect(asked).toEqual([])
  })

  test('by SMS goes with account and address, into the conversation', async () => {
    const asked = server(ok())
    expect(await carried(entry(sms), never)).toMatchObject({ seq: 5, at: stored.at })
    expect(asked).toEqual([
      {
        address: '/api/messages',
        body: { id: 'client', conversation: '1', contact: null, channel: 'sms', account: '70', to: '+963944555018', text: 'words', thread: null, files: [], service: null, template: null },
      },
    ])
  })

  test('as a mail goes to all who are named, with its files, as an answer', async () => {
    const asked = server(ok())
    await carried(entry(mail), never)
    expect(asked).toEqual([
      {
        address: '/api/emails',
        body: { id: 'client', conversation: '1', contact: null, account: '71', to: ['a@b.example'], cc: ['c@d.example'], subject: 'Hello', text: 'words', files: ['80'], inReplyTo: '905', quoted: '905' },
      },
    ])
  })

  test('goes again by the same road with the same id when no answer came', async () => {
    const asked = server(new Response('', { status: 502 }), ok())
    useOutbox.setState({ entries: [entry(sms)] })
    outbox.pump((one) => carried(one, never))
    await vi.advanceTimersByTimeAsync(3_000)
    expect(asked.map((one) => one.address)).toEqual(['/api/messages', '/api/messages'])
    expect(asked[1]).toEqual(asked[0])
    expect(useOutbox.getState().entries[0]).toMatchObject({ delivery: 'STORED', seq: 5 })
  })

  test('and refused comes back to the channel it was written for, before what is typed there by now', async () => {
    server(new Response(JSON.stringify({ type: 'urn:hiwar:problem:opted-out' }), { status: 409 }))
    drafts.write('1', 'sms', 'more')
    useOutbox.setState({ entries: [entry({ ...sms, files: [file] })] })
    outbox.pump((one) => carried(one, never))
    await vi.advanceTimersByTimeAsync(1_000)
    const [refused] = useOutbox.getState().entries
    expect(refused).toMatchObject({ delivery: 'REFUSED', problem: 'opted-out' })
    if (refused !== undefined) takeBack(refused)
    expect([drafts.text('1', 'sms'), drafts.text('1', 'web'), drafts.files('1', 'sms')]).toEqual(['words\nmore', '', [file]])
    expect(useOutbox.getState().entries).toEqual([])
  })

  test('as a mail and refused is a draft again, with all it had', () => {
    takeBack(entry(mail))
    expect(useDrafts.getState().mails['1']).toEqual({ to: 'a@b.example', cc: 'c@d.example', subject: 'Hello', text: 'words', inReplyTo: '905', quoted: '905' })
    expect(drafts.files('1', 'email')).toEqual([file])
  })
})

test('a file that is too large, or one too many, is not even begun', () => {
  let begun = 0
  vi.stubGlobal('XMLHttpRequest', function () {
    begun++
    throw new Error('begun')
  })
  const large = { name: 'film.mp4', size: 26 * 1024 * 1024 } as File
  drafts.attach('9', 'whatsapp', [file])
  uploads.begin('9', 'whatsapp', [large, { name: 'one more.pdf', size: 10 } as File], 1)
  expect(begun).toBe(0)
  vi.unstubAllGlobals()
})
