import type { MessageKey } from '../i18n/language.ts'
import { Ltr, Say } from '../i18n/Say.tsx'
import { Group } from './fields.tsx'
import { useOwnAddress } from './queries.ts'

/// What has to be entered at the other side, provider or telephone: where this server is reached.
export function OwnAddress({ heading, hint }: { readonly heading: MessageKey; readonly hint: MessageKey }) {
  const { data: own } = useOwnAddress()
  if (own === undefined) return null
  const host = own.host.includes(':') ? `[${own.host}]` : own.host
  return (
    <Group heading={heading} hint={hint}>
      <dl className="admin-facts" data-testid="own-address">
        <dt>
          <Say k="admin.own.sip" />
        </dt>
        <dd>
          <Ltr>{`${host}:${own.port}`}</Ltr>
        </dd>
        <dt>
          <Say k="admin.transport" />
        </dt>
        <dd>
          <Ltr>{own.transports.join(', ')}</Ltr>
        </dd>
        <dt>
          <Say k="admin.own.media" />
        </dt>
        <dd>
          <Ltr>{`UDP ${own.firstMediaPort}–${own.lastMediaPort}`}</Ltr>
        </dd>
      </dl>
      {own.onlyHere && (
        <p className="meta admin-error" data-testid="own-address-only-here">
          <Say k="admin.own.onlyHere" />
        </p>
      )}
    </Group>
  )
}
