import type { FileView } from '../writing/wire.ts'
import type { Address, Answered, Given, Method } from './operations.ts'

/// The server refused and said why. `code` is what the catalogue knows it by.
export class Problem extends Error {
  readonly code: string
  readonly status: number
  /// Null when the server names no waiting time.
  readonly retryAfterMs: number | null
  /// What else the server named, by its names.
  readonly more: Readonly<Record<string, unknown>>

  constructor(code: string, status: number, retryAfterMs: number | null, more: Readonly<Record<string, unknown>> = {}) {
    super(code)
    this.code = code
    this.status = status
    this.retryAfterMs = retryAfterMs
    this.more = more
  }
}

/// No answer came: it is not known whether the server did what was asked.
export class Unreachable extends Error {}

/// How long an answer may take before the line counts as lost.
const TIMEOUT_MS = 15_000
/// A gigabyte over a slow line.
const UPLOAD_TIMEOUT_MS = 3_600_000

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

/// Whatever is asked of the server, without its type.
interface Asked {
  readonly path?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string | number | boolean>>
  readonly body?: unknown
  readonly key?: string
  /// A file, sent as it is in place of a body.
  readonly file?: Blob
  /// Arrives though the page is left at once. For small bodies only: browsers keep 64 KiB for a page.
  readonly keepalive?: boolean
}

async function call(method: Method, address: string, { path, query, body, key, file, keepalive = false }: Asked): Promise<Answer<unknown>> {
  const headers: Record<string, string> = { Accept: 'application/json' }
  if (method !== 'GET') headers['X-Hiwar'] = '1'
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  if (file !== undefined) headers['Content-Type'] = 'application/octet-stream'
  if (key !== undefined) headers['Idempotency-Key'] = key
  const response = await reach(filled(address, path ?? {}, query ?? {}), {
    method,
    headers,
    credentials: 'same-origin',
    keepalive,
    signal: AbortSignal.timeout(file === undefined ? TIMEOUT_MS : UPLOAD_TIMEOUT_MS),
    ...(file !== undefined ? { body: file } : body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw await problemOf(response, address)
  const date = Date.parse(response.headers.get('Date') ?? '')
  const text = await response.text()
  return {
    body: text === '' ? undefined : JSON.parse(text),
    serverTime: Number.isNaN(date) ? null : date,
  }
}

/// The address with its ids put in and its query behind it.
function filled(address: string, path: NonNullable<Asked['path']>, query: NonNullable<Asked['query']>): string {
  const at = address.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''))
  const behind = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString()
  return behind === '' ? at : `${at}?${behind}`
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init)
  } catch (cause) {
    throw new Unreachable('no answer', { cause })
  }
}

async function problemOf(response: Response, path: string): Promise<Problem | Unreachable> {
  return problemIn(response.status, await response.text().catch(() => ''), path)
}

function problemIn(status: number, text: string, path: string): Problem | Unreachable {
  let type = ''
  let retryAfterMs: number | null = null
  let more: Readonly<Record<string, unknown>> = {}
  try {
    const said = JSON.parse(text) as Readonly<Record<string, unknown>> | null
    if (said === null) throw new SyntaxError('no document')
    more = said
    if (typeof said['type'] === 'string') type = said['type']
    if (typeof said['retryAfterMs'] === 'number') retryAfterMs = said['retryAfterMs']
  } catch {
    // Not a problem document: a proxy speaks, or the server is going down.
  }
  if (status === 401 && path !== '/api/login') {
    for (const listener of signedOut) listener()
  }
  const code = type.startsWith('urn:hiwar:problem:') ? type.slice('urn:hiwar:problem:'.length) : ''
  if (code === '' && (status === 502 || status === 503 || status === 504)) {
    return new Unreachable(`status ${status}`)
  }
  return new Problem(code === '' ? `status-${status}` : code, status, retryAfterMs, more)
}

/// Nothing need be given where the operation asks for nothing.
type Parts<G> = object extends G ? [given?: G] : [given: G]

export async function read<P extends Address<'GET'>>(address: P, ...given: Parts<Given<'GET', P>>) {
  return (await call('GET', address, given[0] ?? {})) as Answer<Answered<'GET', P>>
}

export async function get<P extends Address<'GET'>>(address: P, ...given: Parts<Given<'GET', P>>) {
  return (await read(address, ...given)).body
}

/// Who can say when the desk is connected, or that it took too long; nobody: at once.
let connected: () => Promise<void> = () => Promise.resolve()

export function whenConnected(wait: () => Promise<void>): void {
  connected = wait
}

/// A command that changes something; the key makes a repeated one count once. What is refused because the desk is still
/// to be connected, as right after the page was opened, is asked for once more, as something new, when it is.
export async function send<M extends Exclude<Method, 'GET'>, P extends Address<M>>(
  method: M,
  address: P,
  ...given: Parts<Given<M, P> & { readonly key?: string; readonly keepalive?: boolean }>
) {
  const command = async (key: string) => (await call(method, address, { ...given[0], key })).body as Answered<M, P>
  try {
    return await command(given[0]?.key ?? uuid())
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'no-session')) throw error
    await connected()
    return command(uuid())
  }
}

/// Sends a file to an operation that reads it as it comes.
export async function upload<P extends Address<'POST'>>(address: P, file: Blob, given: Given<'POST', P>) {
  return (await call('POST', address, { ...(given as unknown as Asked), file })).body as Answered<'POST', P>
}

/// Sends a file of a message, and says how much of it is there (0 to 1): only this old kind of request knows. Ends as
/// unreachable when it is stopped.
export function uploadFile(address: string, file: Blob, onDone: (part: number) => void, stop: AbortSignal): Promise<FileView> {
  return new Promise((arrived, failed) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.setRequestHeader('Accept', 'application/json')
    request.setRequestHeader('X-Hiwar', '1')
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.timeout = UPLOAD_TIMEOUT_MS
    request.upload.onprogress = ({ loaded, total }) => onDone(total === 0 ? 0 : loaded / total)
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) arrived(JSON.parse(request.responseText) as FileView)
      else failed(problemIn(request.status, request.responseText, address))
    }
    request.onerror = request.ontimeout = request.onabort = () => failed(new Unreachable('no answer'))
    stop.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

/// crypto.randomUUID exists only on secure origins; a desktop behind a plain address needs one too.
export function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
