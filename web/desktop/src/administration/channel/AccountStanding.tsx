import type { AccountView } from '../../api/types.ts'
import { Say } from '../../i18n/Say.tsx'
import { downWords } from './words.ts'

/// How it stands with an account: a mark and a few words.
export function AccountStanding({ account: { enabled, standing } }: { readonly account: AccountView }) {
  const tone = !enabled || standing === null ? '' : standing.up ? 'good' : 'bad'
  return (
    <span className={`admin-standing ${tone}`} data-testid="account-standing" data-up={enabled && standing !== null ? standing.up : undefined}>
      <i aria-hidden />
      <Say k={!enabled ? 'account.off' : standing === null ? 'account.opening' : standing.up ? 'account.up' : downWords(standing.code)} />
    </span>
  )
}
