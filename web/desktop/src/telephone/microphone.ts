import { keep, recall } from '../session/storage.ts'

/// The microphone: whether this page may use one, which one, and the opening of it. It is open only during a call or
/// while the user tries it, so that the browser's own sign of a listening page is true.

export type Permission = 'GRANTED' | 'ASK' | 'DENIED' | 'NOT_HERE'

/// Why it cannot be opened.
export type MicrophoneFailure = 'DENIED' | 'NONE' | 'BUSY'

const PERMISSIONS: Readonly<Record<PermissionState, Permission>> = {
  granted: 'GRANTED',
  prompt: 'ASK',
  denied: 'DENIED',
}

/// Follows the permission from now on. Pages without a secure origin have no microphone.
export async function watchPermission(changed: (now: Permission) => void): Promise<() => void> {
  if (navigator.mediaDevices === undefined || typeof RTCPeerConnection === 'undefined') {
    changed('NOT_HERE')
    return () => undefined
  }
  try {
    const status = await navigator.permissions.query({ name: 'microphone' as PermissionName })
    const tell = () => changed(PERMISSIONS[status.state])
    status.addEventListener('change', tell)
    tell()
    return () => status.removeEventListener('change', tell)
  } catch {
    // A browser that does not say: it will ask when it is used.
    changed('ASK')
    return () => undefined
  }
}

/// Opens the chosen one; any other when that is not there any more.
export async function openMicrophone(chosen: string | null): Promise<MediaStream> {
  const device: MediaTrackConstraints = chosen === null ? {} : { deviceId: { ideal: chosen } }
  return navigator.mediaDevices.getUserMedia({
    audio: { ...device, echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  })
}

export function failureOf(error: unknown): MicrophoneFailure {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'DENIED'
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'NONE' : 'BUSY'
}

export interface Microphone {
  readonly id: string
  readonly name: string
}

/// Named only once one has been allowed.
export async function microphones(): Promise<readonly Microphone[]> {
  const devices = await navigator.mediaDevices.enumerateDevices()
  return devices
    .filter((one) => one.kind === 'audioinput' && one.deviceId !== '' && one.label !== '')
    .map((one) => ({ id: one.deviceId, name: one.label }))
}

const STORAGE = 'microphone'

export const choice = {
  of: (user: string): string | null => recall<string>(user, STORAGE)[''] ?? null,
  keep: (user: string, id: string): void => keep(user, STORAGE, id),
}
