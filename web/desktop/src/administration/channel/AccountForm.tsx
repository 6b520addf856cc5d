import { TextInput } from '@mantine/core'
import { useNavigate } from 'react-router'
import { send } from '../../api/http.ts'
import type { AccountView, ChannelView, Id } from '../../api/types.ts'
import { Ltr, Say, useT } from '../../i18n/Say.tsx'
import { written } from '../../i18n/written.ts'
import { useMe } from '../../session/me.ts'
import { KIND_WORD, kindOfChannel } from '../../writing/kinds.ts'
import { forgetDraft, useDraft } from '../drafts.ts'
import { Choose, Group, Pair, Switched } from '../fields.tsx'
import { useLanguageName } from '../../i18n/languageName.ts'
import { useByName } from '../names.ts'
import { useKept, useReadAgain } from '../queries.ts'
import { RemoveButton } from '../RemoveButton.tsx'
import { Sheet } from '../Sheet.tsx'
import { ACCOUNT_FIELDS, type AccountDraft, draftOfAccount, emptyAccount, fieldOf, isAsked, valueOf, wishOfAccount, wrongAccount } from './account.ts'
import { AccountStanding } from './AccountStanding.tsx'
import { AccountTest } from './AccountTest.tsx'
import { ApprovedTemplates } from './ApprovedTemplates.tsx'
import { SettingInput } from './SettingInput.tsx'

interface Props {
  /// Null while it is not there yet.
  readonly account: AccountView | null
  readonly channel: ChannelView
  /// Those that a new one may be of.
  readonly channels: readonly ChannelView[]
  readonly languages: readonly string[]
  readonly onChannel: (name: string) => void
  readonly onMade: (id: Id) => void
}

/// An account of a channel; which settings it has, the channel says.
export function AccountForm({ account, channel, channels, languages, onChannel, onMade }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const readAgain = useReadAgain()
  const keep = useKept(onMade)
  const byName = useByName()
  const languageName = useLanguageName()
  const form = `accounts ${account?.id ?? `new ${channel.name}`}`
  const stored = account === null ? emptyAccount(channel) : draftOfAccount(account, channel)
  const kept = account?.secrets ?? []
  const draft = useDraft<AccountDraft>(form, stored, {
    check: (one) => wrongAccount(one, channel, kept),
    fields: ACCOUNT_FIELDS,
    save: async (one) => {
      const wish = wishOfAccount(one, channel)
      await keep(
        account === null
          ? send('POST', '/api/channel-accounts', { body: { channel: channel.name, account: wish } })
          : send('PUT', '/api/channel-accounts/{account}', { path: { account: account.id }, body: { version: account.version, account: wish } }).then(() => null),
      )
    },
  })
  const { value, set, at } = draft
  const me = useMe()
  return (
    <Sheet
      draft={draft}
      fresh={account === null}
      title={account === null ? <Say k="account.new" /> : <bdi>{account.name}</bdi>}
      subtitle={account === null ? undefined : <AccountStanding account={account} />}
      {...(account === null ? { onDiscard: () => void navigate('/administration/accounts') } : {})}
      actions={
        account !== null && (
          <RemoveButton
            name={<bdi>{account.name}</bdi>}
            consequence={<Say k="account.removeText" />}
            remove={async () => {
              await send('DELETE', '/api/channel-accounts/{account}', { path: { account: account.id } })
              forgetDraft(form)
              await readAgain()
            }}
            onRemoved={() => void navigate('/administration/accounts')}
          />
        )
      }
    >
      {account !== null && <AccountTest account={account} changed={draft.changes > 0} />}
      <Group heading="account.heading" hint="account.headingHint">
        {account === null && (
          <Choose
            label={<Say k="account.channel" />}
            value={channel.name}
            data={channels.map((one) => ({ value: one.name, label: channelName(one.name, t(KIND_WORD[kindOfChannel(one.name)])) }))}
            data-testid="account-channel"
            onChange={(one) => one !== null && onChannel(one)}
          />
        )}
        <Pair>
          <TextInput
            label={<Say k="admin.name" />}
            description={<Say k="account.nameHint" />}
            value={value.name}
            error={at('name')}
            maxLength={200}
            data-testid="account-name"
            {...written(value.name)}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <TextInput
            label={<Say k="account.address" />}
            description={<Say k="account.addressHint" />}
            value={value.address}
            error={at('address')}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="none"
            maxLength={320}
            data-testid="account-address"
            {...written(value.address)}
            onChange={(event) => set({ address: event.currentTarget.value })}
          />
        </Pair>
        <Switched says="account.enabled" hint="account.enabledHint" on={value.enabled} testId="account-enabled" onChange={(enabled) => set({ enabled })} />
      </Group>
      <Group heading="account.who" hint="account.whoHint">
        <Pair>
          <Choose
            label={<Say k="admin.service" />}
            value={value.service === '' ? null : value.service}
            error={at('service')}
            placeholder={t('admin.choose')}
            data={channel.services.map((one) => ({ value: one.id, label: one.name }))}
            data-testid="account-service"
            onChange={(service) => set({ service: service ?? '' })}
          />
          <Choose
            label={<Say k="admin.language" />}
            value={value.language}
            error={at('language')}
            data={[
              { value: '', label: t('admin.anyLanguage') },
              ...byName(languages, languageName).map((tag) => ({ value: tag, label: languageName(tag) })),
            ]}
            data-testid="account-language"
            onChange={(language) => set({ language: language ?? '' })}
          />
        </Pair>
      </Group>
      {account !== null && comesByWebhook(account) && me !== undefined && (
        <Group heading="account.webhook" hint="account.webhookHint">
          <p className="account-webhook" data-testid="account-webhook">
            <Ltr>{`${window.location.origin}/api/webhooks/${me.workspace.slug}/${account.id}`}</Ltr>
          </p>
        </Group>
      )}
      {account !== null && channel.approves && <ApprovedTemplates account={account} />}
      <Group heading="account.settings" hint="account.settingsHint">
        {channel.settings
          .filter((setting) => isAsked(channel, setting, value))
          .map((setting) => (
            <SettingInput
              key={setting.name}
              channel={channel.name}
              setting={setting}
              value={valueOf(value, setting)}
              error={at(fieldOf(setting))}
              kept={kept.includes(setting.name)}
              onChange={(text) => set({ [fieldOf(setting)]: text })}
            />
          ))}
      </Group>
    </Sheet>
  )
}

/// Whether somebody has to tell the provider where to bring what customers write.
function comesByWebhook({ channel, settings }: AccountView): boolean {
  return channel === 'whatsapp' || channel === 'webhook' || (channel === 'sms' && settings['provider'] === 'http')
}

/// A messenger that was added has a name of its own.
function channelName(name: string, word: string): string {
  return kindOfChannel(name) === 'MESSENGER' ? `${word} (${name})` : word
}
