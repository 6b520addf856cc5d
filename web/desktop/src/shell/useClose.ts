import { useT } from '../i18n/Say.tsx'

/// The name of the button that closes a dialog.
export function useClose(): { readonly 'aria-label': string } {
  return { 'aria-label': useT()('common.close') }
}
