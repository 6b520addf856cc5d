import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconPlugConnected } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { send } from '../api/http.ts'
import type { Report, TrunkView } from '../api/types.ts'
import type { MessageKey } from '../i18n/language.ts'
import { explain } from '../i18n/problems.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { useCommand } from '../shell/useCommand.ts'

/// What came of asking the provider, and what to do about it.
const SENTENCES: Readonly<Record<string, MessageKey>> = {
  'answers': 'admin.test.answers',
  'registered': 'admin.test.registered',
  'host-unknown': 'admin.test.hostUnknown',
  'no-answer': 'admin.test.noAnswer',
  'registration-goes-on': 'admin.test.goesOn',
  'wrong-password': 'admin.test.wrongPassword',
  'unknown-user': 'admin.test.unknownUser',
  'registration-unanswered': 'admin.test.unanswered',
  'registration-refused': 'admin.test.refused',
}

/// Asks the provider now, with what is stored, and says in words what came of it.
export function TrunkTest({ trunk, changed }: { readonly trunk: TrunkView; readonly changed: boolean }) {
  const t = useT()
  const [report, setReport] = useState<Report | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const { run, busy } = useCommand(
    async () => setReport(await send('POST', '/api/trunks/{trunk}/test', { path: { trunk: trunk.id } })),
    (error) => setProblem(explain(error, t)),
  )
  // What was found is not true of what is stored next.
  useEffect(() => {
    if (changed) setReport(null)
  }, [changed])
  const test = () => {
    setReport(null)
    setProblem(null)
    void run()
  }
  return (
    <section className="admin-test" data-testid="trunk-test" data-works={report === null ? undefined : report.works}>
      <div className="row g6">
        <div className="grow" role="status" aria-live="polite">
          {busy ? (
            <span className="muted">
              <Say k="admin.test.asking" />
            </span>
          ) : problem !== null ? (
            <Answer works={false}>{problem}</Answer>
          ) : changed ? (
            <span className="muted">
              <Say k="admin.test.saveFirst" />
            </span>
          ) : report !== null ? (
            <Answer works={report.works}>
              <Sentence report={report} trunk={trunk} />
            </Answer>
          ) : (
            <span className="muted">
              <Say k="admin.test.hint" />
            </span>
          )}
        </div>
        <Button size="xs" leftSection={<IconPlugConnected size={14} aria-hidden />} loading={busy} disabled={changed} data-testid="trunk-test-run" onClick={test}>
          <Say k="admin.test.run" />
        </Button>
      </div>
    </section>
  )
}

function Answer({ works, children }: { readonly works: boolean; readonly children: ReactNode }) {
  return (
    <p className={works ? 'admin-answer good' : 'admin-answer bad'}>
      {works ? <IconCircleCheck size={16} aria-hidden /> : <IconAlertTriangle size={16} aria-hidden />}
      <span>{children}</span>
    </p>
  )
}

/// In English as the server says it where this page does not know the answer.
function Sentence({ report, trunk }: { readonly report: Report; readonly trunk: TrunkView }) {
  const key = SENTENCES[report.code]
  if (key === undefined) return <bdi lang="en">{report.sentence}</bdi>
  return (
    <Say
      k={key}
      values={{
        host: <Ltr key="h">{trunk.host}</Ltr>,
        port: <Ltr key="p">{trunk.port}</Ltr>,
        transport: <Ltr key="t">{trunk.transport}</Ltr>,
        status: <Ltr key="s">{report.status}</Ltr>,
      }}
    />
  )
}
