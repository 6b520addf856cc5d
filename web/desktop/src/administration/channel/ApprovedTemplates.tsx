import { Button } from '@mantine/core'
import { IconDownload, IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { send } from '../../api/http.ts'
import type { AccountView, ApprovedTemplate } from '../../api/types.ts'
import { explain } from '../../i18n/problems.ts'
import { Ltr, Say, useT } from '../../i18n/Say.tsx'
import { useCommand } from '../../shell/useCommand.ts'
import { approvedHindrance, tagOf } from '../../writing/approved.ts'
import { Group } from '../fields.tsx'
import { useLanguageName } from '../../i18n/languageName.ts'
import { useApprovedTemplates, useReadAgain } from '../queries.ts'
import { RemoveButton } from '../RemoveButton.tsx'
import { ApprovedDialog } from './ApprovedDialog.tsx'

/// What the provider of an account has approved, and alone lets through at times: entered here, or read from it.
export function ApprovedTemplates({ account }: { readonly account: AccountView }) {
  const t = useT()
  const readAgain = useReadAgain()
  const { data } = useApprovedTemplates(account.id)
  const [editing, setEditing] = useState<ApprovedTemplate | 'new' | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const path = { account: account.id }
  const failed = (error: unknown) => setProblem(explain(error, t))
  const { run: read, busy } = useCommand(async () => {
    setProblem(null)
    await send('POST', '/api/channel-accounts/{account}/templates/read', { path })
    await readAgain()
  }, failed)
  const remove = async ({ name, language }: ApprovedTemplate) => {
    await send('DELETE', '/api/channel-accounts/{account}/templates/{name}/{language}', { path: { ...path, name, language } })
    await readAgain()
  }
  const make = async ({ name, language, header, body, footer }: ApprovedTemplate) => {
    await send('PUT', '/api/channel-accounts/{account}/templates', { path, body: { name, language, header, body, footer } })
    await readAgain()
  }
  if (data === undefined) return null
  return (
    <Group heading="approved.heading" hint="approved.headingHint">
      {data.templates.length === 0 ? (
        <p className="muted" data-testid="approved-none">
          <Say k="approved.empty" />
        </p>
      ) : (
        <ul className="approved-list" data-testid="approved-list">
          {data.templates.map((one) => (
            <Listed key={`${one.name} ${one.language}`} template={one} onChange={() => setEditing(one)} remove={() => remove(one)} make={() => make(one)} />
          ))}
        </ul>
      )}
      {problem !== null && (
        <p className="meta admin-error" role="alert" data-testid="approved-problem">
          {problem}
        </p>
      )}
      <div className="row g6">
        <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} data-testid="approved-add" onClick={() => setEditing('new')}>
          <Say k="approved.add" />
        </Button>
        <Button
          size="xs"
          leftSection={<IconDownload size={14} aria-hidden />}
          loading={busy}
          disabled={!data.readable}
          title={t(data.readable ? 'approved.readWhy' : 'approved.readWhyNot')}
          data-testid="approved-read"
          onClick={() => void read()}
        >
          <Say k="approved.read" />
        </Button>
      </div>
      {editing !== null && (
        <ApprovedDialog account={account.id} template={editing === 'new' ? null : editing} languages={data.languages} onClose={() => setEditing(null)} />
      )}
    </Group>
  )
}

interface ListedProps {
  readonly template: ApprovedTemplate
  readonly onChange: () => void
  readonly remove: () => Promise<unknown>
  /// Makes it again.
  readonly make: () => Promise<unknown>
}

function Listed({ template, onChange, remove, make }: ListedProps) {
  const t = useT()
  const languageName = useLanguageName()
  const { name, language, header, body, footer, hindrance } = template
  return (
    <li className="approved-one" data-testid="approved-one" data-name={name} data-language={language}>
      <div className="row g6">
        <Ltr className="approved-name">{name}</Ltr>
        <span className="tag">{languageName(tagOf(language))}</span>
        <span className="grow" />
        <button type="button" className="ib" aria-label={t('approved.change', { name })} title={t('approved.change', { name })} data-testid="approved-change" onClick={onChange}>
          <IconPencil size={14} aria-hidden />
        </button>
        <RemoveButton
          name={<Ltr>{name}</Ltr>}
          consequence={<Say k="approved.remove" />}
          remove={remove}
          onRemoved={() => {}}
          again={{ name, make }}
          testId="approved-remove"
        />
      </div>
      <p className="approved-body" dir="auto" lang={tagOf(language)}>
        {[header, body, footer].filter((part) => part !== '').join('\n')}
      </p>
      {hindrance !== null && (
        <p className="meta approved-hindrance">
          <Say k={approvedHindrance(hindrance)} />
        </p>
      )}
    </li>
  )
}
