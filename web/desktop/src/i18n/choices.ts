import type { Choice } from '../api/types.ts'
import type { MessageKey } from './language.ts'
import type { Translate } from './Say.tsx'

/// The words for what Hiwar itself brings, as long as a workspace has not given it a name of its own.
const WORDS: Readonly<Record<string, MessageKey>> = {
  RESOLVED: 'disposition.RESOLVED',
  ANSWER_PROVIDED: 'disposition.ANSWER_PROVIDED',
  CALL_BACK: 'disposition.CALL_BACK',
  NOT_RESOLVED: 'disposition.NOT_RESOLVED',
  WRONG_CONTACT: 'disposition.WRONG_CONTACT',
  SPAM: 'disposition.SPAM',
  BREAK: 'reason.BREAK',
  LUNCH: 'reason.LUNCH',
  TRAINING: 'reason.TRAINING',
}

/// A code this desktop does not know is shown as it is: better than nothing.
export function choiceName(choice: Pick<Choice, 'name' | 'code'>, t: Translate): string {
  if (choice.name !== null) return choice.name
  const words = WORDS[choice.code ?? '']
  return words === undefined ? (choice.code ?? '') : t(words)
}
