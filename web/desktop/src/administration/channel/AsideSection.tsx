import '../report/report.css'
import './channel.css'
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useIntl } from 'react-intl'
import { send } from '../../api/http.ts'
import type { FailedDeliveryView, SetAsidePage } from '../../api/types.ts'
import type { MessageKey } from '../../i18n/language.ts'
import { Ltr, Say, useT } from '../../i18n/Say.tsx'
import { useCommand } from '../../shell/useCommand.ts'
import { failureWords } from '../../writing/failures.ts'
import { useFailedDeliveries, useReadAgain, useSetAside } from '../queries.ts'
import { Reading } from '../Sheet.tsx'
import { NamedAccount } from './LedgerSection.tsx'
import { asideWords } from './words.ts'

const ASIDE_HEADS: readonly MessageKey[] = ['report.time', 'ledger.account', 'aside.why', 'aside.size', 'aside.do']
const FAILED_HEADS: readonly MessageKey[] = ['report.time', 'ledger.account', 'aside.to', 'aside.why', 'aside.tries', 'aside.do']

/// What came in and could not be used, and what did not go out: kept, and tried again by hand.
export function AsideSection() {
  const aside = useSetAside()
  const failed = useFailedDeliveries()
  return (
    <div className="report" data-testid="set-aside">
      <header className="phead">
        <div className="grow">
          <h1>
            <Say k="admin.setAside" />
          </h1>
          <div className="meta muted">
            <Say k="aside.hint" />
          </div>
        </div>
      </header>
      <div className="report-body scroll">
        <h2>
          <Say k="aside.incoming" />
        </h2>
        {aside.data === undefined ? (
          <Reading error={aside.error} />
        ) : (
          <Table heads={ASIDE_HEADS} none="aside.none" testId="aside-items">
            {aside.data.pages.flatMap((page) => page.items).map((one) => (
              <AsideRow key={one.id} item={one} />
            ))}
          </Table>
        )}
        {aside.hasNextPage && (
          <Button size="xs" loading={aside.isFetchingNextPage} onClick={() => void aside.fetchNextPage()}>
            <Say k="report.more" />
          </Button>
        )}
        <h2>
          <Say k="aside.outgoing" />
        </h2>
        {failed.data === undefined ? (
          <Reading error={failed.error} />
        ) : (
          <Table heads={FAILED_HEADS} none="aside.noneFailed" testId="failed-deliveries">
            {failed.data.map((one) => (
              <FailedRow key={`${one.conversation} ${one.seq}`} failed={one} />
            ))}
          </Table>
        )}
      </div>
    </div>
  )
}

interface TableProps {
  readonly heads: readonly MessageKey[]
  readonly none: MessageKey
  readonly testId: string
  readonly children: readonly ReactNode[]
}

function Table({ heads, none, testId, children }: TableProps) {
  if (children.length === 0)
    return (
      <p className="muted" role="status" data-testid={testId}>
        <Say k={none} />
      </p>
    )
  return (
    <div className="report-scroll">
      <table className="report-table" data-testid={testId}>
        <thead>
          <tr>
            {heads.map((one) => (
              <th key={one} scope="col">
                <Say k={one} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

function AsideRow({ item }: { readonly item: SetAsidePage['items'][number] }) {
  const intl = useIntl()
  return (
    <tr>
      <Time at={item.receivedAt} />
      <td>
        <NamedAccount name={item.name} channel={item.channel} />
      </td>
      <td className="aside-why">
        <Say k={asideWords(item.reason)} values={{ reason: item.reason }} />
        <bdi className="ledger-reasons">{item.detail}</bdi>
      </td>
      <td>
        <Ltr>{intl.formatNumber(item.bytes, { style: 'unit', unit: 'byte', unitDisplay: 'narrow' })}</Ltr>
      </td>
      <td>
        <Again says="aside.again" run={() => send('POST', '/api/set-aside/{item}/again', { path: { item: item.id } })} />
      </td>
    </tr>
  )
}

function FailedRow({ failed }: { readonly failed: FailedDeliveryView }) {
  const intl = useIntl()
  const { conversation, seq } = failed
  return (
    <tr>
      <Time at={failed.changedAt} />
      <td>
        <NamedAccount name={failed.name} channel={failed.channel} />
      </td>
      <td>
        <Ltr>{failed.recipient}</Ltr>
      </td>
      <td className="aside-why">
        <Say k={failureWords(failed.failure)} />
        <bdi className="ledger-reasons">{failed.detail}</bdi>
      </td>
      <td>{intl.formatNumber(failed.tries)}</td>
      <td>
        <Again says="aside.tryAgain" run={() => send('POST', '/api/failed-deliveries/{conversation}/{seq}/again', { path: { conversation, seq } })} />
      </td>
    </tr>
  )
}

function Time({ at }: { readonly at: string }) {
  const intl = useIntl()
  return <td>{intl.formatDate(at, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' })}</td>
}

function Again({ says, run: command }: { readonly says: MessageKey; readonly run: () => Promise<unknown> }) {
  const t = useT()
  const readAgain = useReadAgain()
  const { run, busy } = useCommand(async () => {
    await command()
    await readAgain()
  })
  return (
    <Button size="xs" loading={busy} aria-label={t(says)} data-testid="aside-again" onClick={() => void run()}>
      <Say k={says} />
    </Button>
  )
}
