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
  BAD_RECORD: 'disposition.BAD_RECORD',
  SALE: 'disposition.SALE',
  OFFER_REJECTED: 'disposition.OFFER_REJECTED',
  ADD_TO_DNC: 'disposition.ADD_TO_DNC',
  CALL_BACK_LATER: 'disposition.CALL_BACK_LATER',
  TRY_AGAIN_LATER: 'disposition.TRY_AGAIN_LATER',
  NO_ANSWER: 'disposition.NO_ANSWER',
  BUSY: 'disposition.BUSY',
  ANSWERING_MACHINE: 'disposition.ANSWERING_MACHINE',
  WRONG_PERSON: 'disposition.WRONG_PERSON',
  WRONG_NUMBER: 'disposition.WRONG_NUMBER',
  OUT_OF_SERVICE: 'disposition.OUT_OF_SERVICE',
  CALL_FAILED: 'disposition.CALL_FAILED',
  NO_DISPOSITION: 'disposition.NO_DISPOSITION',
  MATCHES_DNC: 'disposition.MATCHES_DNC',
  NO_NUMBERS_LEFT: 'disposition.NO_NUMBERS_LEFT',
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
