import type { TrunkView } from '../api/types.ts'
import type { MessageKey } from '../i18n/language.ts'
import { Say } from '../i18n/Say.tsx'

type How = TrunkView['standing']

const WORDS: Readonly<Record<How, MessageKey>> = {
  UNKNOWN: 'admin.standing.unknown',
  ANSWERS: 'admin.standing.answers',
  REGISTERING: 'admin.standing.registering',
  REGISTERED: 'admin.standing.registered',
  NOT_REGISTERED: 'admin.standing.notRegistered',
  SILENT: 'admin.standing.silent',
}

const TONES: Readonly<Record<How, string>> = {
  UNKNOWN: '',
  ANSWERS: 'good',
  REGISTERING: '',
  REGISTERED: 'good',
  NOT_REGISTERED: 'bad',
  SILENT: 'bad',
}

/// How it stands with a trunk: a mark and a word.
export function Standing({ how }: { readonly how: How }) {
  return (
    <span className={`admin-standing ${TONES[how]}`}>
      <i aria-hidden />
      <Say k={WORDS[how]} />
    </span>
  )
}
