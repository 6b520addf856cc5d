import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconPlugConnected } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { send } from '../../api/http.ts'
import type { AccountView, Finding, TrialReport } from '../../api/types.ts'
import { explain } from '../../i18n/problems.ts'
import { Ltr, Say, useT } from '../../i18n/Say.tsx'
import { useCommand } from '../../shell/useCommand.ts'
import { foundWords } from './words.ts'

/// Tries the account now, with what is stored, and says in words what is right and what is wrong.
export function AccountTest({ account, changed }: { readonly account: AccountView; readonly changed: boolean }) {
  const t = useT()
  const [report, setReport] = useState<TrialReport | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const { run, busy } = useCommand(
    async () => setReport(await send('POST', '/api/channel-accounts/{account}/test', { path: { account: account.id } })),
    (error) => setProblem(explain(error, t)),
  )
  // What was found is not true of what is stored next.
  useEffect(() => {
    if (changed) setReport(null)
  }, [changed])
  return (
    <section className="admin-test" data-testid="account-test" data-works={report === null ? undefined : report.works}>
      <div className="row g6">
        <div className="grow" role="status" aria-live="polite">
          {busy ? (
            <span className="muted">
              <Say k="account.testing" />
            </span>
          ) : problem !== null ? (
            <p className="admin-answer bad">
              <IconAlertTriangle size={16} aria-hidden />
              <span>{problem}</span>
            </p>
          ) : changed ? (
            <span className="muted">
              <Say k="admin.test.saveFirst" />
            </span>
          ) : report !== null ? (
            <ul className="account-findings">
              {report.findings.map((one) => (
                <Found key={one.code} finding={one} />
              ))}
            </ul>
          ) : (
            <span className="muted">
              <Say k="account.testHint" />
            </span>
          )}
        </div>
        <Button
          size="xs"
          leftSection={<IconPlugConnected size={14} aria-hidden />}
          loading={busy}
          disabled={changed}
          data-testid="account-test-run"
          onClick={() => {
            setReport(null)
            setProblem(null)
            void run()
          }}
        >
          <Say k="admin.test.run" />
        </Button>
      </div>
    </section>
  )
}

/// In words; and as the other side said it, for experts.
function Found({ finding: { good, code, detail } }: { readonly finding: Finding }) {
  return (
    <li className={good ? 'admin-answer good' : 'admin-answer bad'}>
      {good ? <IconCircleCheck size={16} aria-hidden /> : <IconAlertTriangle size={16} aria-hidden />}
      <span>
        <Say k={foundWords(good, code)} values={{ code: <Ltr key="c">{code}</Ltr> }} />
        {detail !== '' && (
          <>
            {' '}
            <bdi className="account-detail">{detail}</bdi>
          </>
        )}
      </span>
    </li>
  )
}
