import type { Answered } from '../api/operations.ts'
import type { MessageKey } from '../i18n/language.ts'

type Reason = Answered<'GET', '/api/imports/{import}'>['refusals'][number]['reason']

/// What can be wrong with a value of a record, whether a file brings it or an agent corrects it.
export const WRONG: Readonly<Record<Reason, MessageKey>> = {
  NUMBER_HAS_LETTERS: 'wrong.NUMBER_HAS_LETTERS',
  NUMBER_TOO_SHORT: 'wrong.NUMBER_TOO_SHORT',
  NUMBER_TOO_LONG: 'wrong.NUMBER_TOO_LONG',
  NUMBER_OF_NO_COUNTRY: 'wrong.NUMBER_OF_NO_COUNTRY',
  NUMBER_NOT_GIVEN_OUT: 'wrong.NUMBER_NOT_GIVEN_OUT',
  NO_NUMBER: 'wrong.NO_NUMBER',
  MISSING: 'wrong.MISSING',
  NO_DATE: 'wrong.NO_DATE',
  NO_WHOLE_NUMBER: 'wrong.NO_WHOLE_NUMBER',
  NO_ZONE: 'wrong.NO_ZONE',
  NO_SUCH_AGENT: 'wrong.NO_SUCH_AGENT',
  TOO_LONG: 'wrong.TOO_LONG',
  CONTROL_CHARACTER: 'wrong.CONTROL_CHARACTER',
  OTHER_COLUMNS: 'wrong.OTHER_COLUMNS',
  QUOTES: 'wrong.QUOTES',
  TWICE_IN_FILE: 'wrong.TWICE_IN_FILE',
  IN_LIST: 'wrong.IN_LIST',
}
