import './channel.css'
import { Button } from '@mantine/core'
import { IconMessages } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { AccountView, Id } from '../../api/types.ts'
import { Ltr, Say, useT } from '../../i18n/Say.tsx'
import { KIND_ICON, KIND_WORD, kindOfChannel } from '../../writing/kinds.ts'
import { Listed } from '../Listed.tsx'
import { useAccounts, useChannels } from '../queries.ts'
import { None, Reading } from '../Sheet.tsx'
import { AccountForm } from './AccountForm.tsx'
import { AccountStanding } from './AccountStanding.tsx'

/// By which addresses customers reach the workspace in writing, and who answers.
export function AccountsSection({ item }: { readonly item: Id | 'new' | null }) {
  const t = useT()
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<string | null>(null)
  const accounts = useAccounts()
  const choices = useChannels()
  if (accounts.data === undefined || choices.data === undefined) return <Reading error={accounts.error ?? choices.error} />
  const { channels, languages } = choices.data
  const ofAccount = (account: AccountView | undefined) => channels.find((one) => one.name === account?.channel)
  const serviceOf = (account: AccountView) => ofAccount(account)?.services.find((one) => one.id === account.service)?.name ?? ''
  const open = accounts.data.find((one) => one.id === item)
  const channel = item === 'new' ? (channels.find((one) => one.name === chosen) ?? channels[0]) : ofAccount(open)
  const art = <IconMessages size={32} stroke={1.4} aria-hidden />
  return (
    <div className={accounts.data.length === 0 ? 'admin-single' : 'admin-split'}>
      {accounts.data.length > 0 && (
        <Listed
          section="accounts"
          find="account.find"
          create="admin.new"
          entries={accounts.data.map((one) => {
            const kind = kindOfChannel(one.channel)
            const Icon = KIND_ICON[kind]
            return {
              id: one.id,
              words: `${one.name} ${one.address} ${serviceOf(one)} ${t(KIND_WORD[kind])}`,
              title: (
                <span className="account-title">
                  <Icon size={16} stroke={1.75} role="img" aria-label={t(KIND_WORD[kind])} />
                  <bdi className="trunc">{one.name}</bdi>
                </span>
              ),
              detail: (
                <span className="pieces">
                  <AccountStanding account={one} />
                  {' · '}
                  <Ltr>{one.address}</Ltr>
                  {' · '}
                  <bdi>{serviceOf(one)}</bdi>
                </span>
              ),
            }
          })}
        />
      )}
      {channels.length === 0 ? (
        <None art={art} heading="account.noChannelTitle" text="account.noChannelText" />
      ) : channel !== undefined && (item === 'new' || open !== undefined) ? (
        <AccountForm
          key={`${item ?? ''} ${channel.name}`}
          account={open ?? null}
          channel={channel}
          channels={channels}
          languages={languages}
          onChannel={setChosen}
          onMade={(id) => void navigate(`/administration/accounts/${id}`, { replace: true })}
        />
      ) : accounts.data.length === 0 ? (
        <None art={art} heading="account.noneTitle" text="account.noneText">
          <Button component={Link} to="/administration/accounts/new" variant="filled" data-testid="admin-new">
            <Say k="account.new" />
          </Button>
        </None>
      ) : (
        <None art={art} heading={item === null ? 'account.chooseTitle' : 'admin.goneTitle'} text={item === null ? 'account.chooseText' : 'admin.goneText'} />
      )}
    </div>
  )
}
