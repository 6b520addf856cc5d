import { create } from 'zustand'
import { useSettings } from '../settings/settings.ts'

/// Notifications of the operating system, for when the desktop is not in view.

const supported = typeof Notification !== 'undefined'

export const useNotifying = create<NotificationPermission | 'unsupported'>(() =>
  supported ? Notification.permission : 'unsupported',
)

export async function askToNotify(): Promise<void> {
  if (supported) useNotifying.setState(await Notification.requestPermission(), true)
}

interface Announcement {
  readonly title: string
  readonly body: string
  /// One notification per tag: a later one replaces it.
  readonly tag: string
}

/// Shows it when permitted and wanted, and the page is out of view; the returned function takes it away again.
export function announce({ title, body, tag }: Announcement): () => void {
  if (!supported || !useSettings.getState().notify || Notification.permission !== 'granted' || document.hasFocus()) return () => undefined
  const page = document.documentElement
  const shown = new Notification(title, {
    body,
    tag,
    lang: page.lang,
    dir: page.dir === 'rtl' ? 'rtl' : 'ltr',
    requireInteraction: true,
  })
  shown.onclick = () => {
    window.focus()
    shown.close()
  }
  return () => shown.close()
}
