import { Ltr } from '../i18n/Say.tsx'
import { namesOf, type Shortcut } from './keys.ts'

/// The keys of a shortcut, as they are printed on the board.
export function KeyNames({ of }: { readonly of: Shortcut }) {
  return (
    <Ltr className="keys">
      {namesOf(of).map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </Ltr>
  )
}
