import type { Id } from './types.ts'

/// The server refused and said why. `code` is what the catalogue knows it by.
export class Problem extends Error {
  readonly code: string
  readonly status: number
  /// Null when the server names no waiting time.
  readonly retryAfterMs: number | null

  constructor(code: string, status: number, retryAfterMs: number | null) {
    super(code)
    this.code = code
    this.status = status
    this.retryAfterMs = retryAfterMs
  }
}

/// No answer came: it is not known whether the server did what was asked.
export class Unreachable extends Error {}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/// How long an answer may take before the line counts as lost.
const TIMEOUT_MS = 15_000

const signedOut = new Set<() => void>()

/// Called whenever the server no longer knows this session.
export function whenSignedOut(listener: () => void): () => void {
  signedOut.add(listener)
  return () => signedOut.delete(listener)
}

export interface Answer<T> {
  readonly body: T
  /// The server's clock when it answered, by the second; null when it did not say.
  readonly serverTime: number | null
}

export async function call<T>(method: Method, path: string, body?: unknown, key?: string): Promise<Answer<T>> {
  const headers: Record<string, string> = { Accept: 'application/json' }
  if (method !== 'GET') headers['X-Hiwar'] = '1'
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  if (key !== undefined) headers['Idempotency-Key'] = key
  const response = await reach(path, {
    method,
    headers,
    credentials: 'same-origin',
    signal: AbortSignal.timeout(TIMEOUT_MS),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw await problemOf(response, path)
  const date = Date.parse(response.headers.get('Date') ?? '')
  const text = await response.text()
  return {
    body: (text === '' ? undefined : JSON.parse(text)) as T,
    serverTime: Number.isNaN(date) ? null : date,
  }
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init)
  } catch (cause) {
    throw new Unreachable('no answer', { cause })
  }
}

async function problemOf(response: Response, path: string): Promise<Problem | Unreachable> {
  const text = await response.text().catch(() => '')
  let type = ''
  let retryAfterMs: number | null = null
  try {
    const said = JSON.parse(text) as { type?: unknown; retryAfterMs?: unknown }
    if (typeof said.type === 'string') type = said.type
    if (typeof said.retryAfterMs === 'number') retryAfterMs = said.retryAfterMs
  } catch {
    // Not a problem document: a proxy speaks, or the server is going down.
  }
  if (response.status === 401 && path !== '/api/login') {
    for (const listener of signedOut) listener()
  }
  const code = type.startsWith('urn:hiwar:problem:') ? type.slice('urn:hiwar:problem:'.length) : ''
  if (code === '' && (response.status === 502 || response.status === 503 || response.status === 504)) {
    return new Unreachable(`status ${response.status}`)
  }
  return new Problem(code === '' ? `status-${response.status}` : code, response.status, retryAfterMs)
}

export async function get<T>(path: string): Promise<T> {
  return (await call<T>('GET', path)).body
}

/// A command that changes something; the key makes a repeated one count once.
export async function send<T = void>(method: Method, path: string, body?: unknown, key: string = uuid()): Promise<T> {
  return (await call<T>(method, path, body, key)).body
}

export function segment(id: Id): string {
  return encodeURIComponent(id)
}

/// crypto.randomUUID exists only on secure origins; a desktop behind a plain address needs one too.
export function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
