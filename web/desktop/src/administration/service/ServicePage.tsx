import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import { send } from '../../api/http.ts'
import type { Id } from '../../api/types.ts'
import { choiceName } from '../../i18n/choices.ts'
import type { MessageKey } from '../../i18n/language.ts'
import { Ltr, Say, useT } from '../../i18n/Say.tsx'
import { useMe } from '../../session/me.ts'
import { MailServiceForm } from '../channel/MailServiceForm.tsx'
import { forgetDraft } from '../drafts.ts'
import { useMailServices, useNumbers, useReadAgain, useVoice } from '../queries.ts'
import { RemoveButton } from '../RemoveButton.tsx'
import { type Head, Reading } from '../Sheet.tsx'
import { VoiceForm } from '../VoiceForm.tsx'
import { type ServiceUse, type ServiceView, useService } from './queries.ts'
import { ServiceForm } from './ServiceForm.tsx'
import { ServiceToday } from './ServiceToday.tsx'
import { MEDIA, USES } from './settings.ts'

type Tab = 'settings' | 'calls' | 'mails'

const TABS: Readonly<Record<Tab, MessageKey>> = { settings: 'services.tab.settings', calls: 'services.tab.calls', mails: 'services.tab.mails' }

/// One service: how it is set up, and what it does with calls or with mails.
export function ServicePage({ id }: { readonly id: Id }) {
  const me = useMe()
  const { data, error } = useService(id)
  const [tab, setTab] = useState<Tab>('settings')
  if (data === undefined || me === undefined) return <Reading error={error} />
  const tabs: readonly Tab[] = [
    'settings',
    ...(data.medium === 'VOICE' && me.privileges.includes('MANAGE_TELEPHONY') ? (['calls'] as const) : []),
    ...(data.medium === 'EMAIL' && me.privileges.includes('MANAGE_CHANNELS') ? (['mails'] as const) : []),
  ]
  const { name } = data.settings
  const head: Head = {
    title: <bdi>{name}</bdi>,
    subtitle: (
      <>
        <Say k={MEDIA[data.medium] ?? 'services.medium.CHAT'} />
        {data.medium !== 'EMAIL' && data.medium !== 'PREVIEW' && <ServiceToday service={id} />}
      </>
    ),
    actions: <Remove service={data} />,
    ...(tabs.length < 2
      ? {}
      : {
          tabs: (
            <div className="campaign-tabs" role="tablist" aria-label={name}>
              {tabs.map((one) => (
                <button key={one} type="button" role="tab" aria-selected={tab === one} data-testid={`service-tab-${one}`} onClick={() => setTab(one)}>
                  <Say k={TABS[one]} />
                </button>
              ))}
            </div>
          ),
        }),
  }
  switch (tab) {
    case 'settings':
      return <ServiceForm service={data} head={head} />
    case 'calls':
      return <Calls service={{ id, name }} head={head} />
    case 'mails':
      return <Mails id={id} head={head} />
  }
}

function Calls({ service, head }: { readonly service: { readonly id: Id; readonly name: string }; readonly head: Head }) {
  const numbers = useNumbers()
  const { data, error } = useVoice(service.id)
  if (data === undefined || numbers.data === undefined) return <Reading error={error ?? numbers.error} />
  return <VoiceForm service={service} head={head} stored={data} numbers={numbers.data} />
}

function Mails({ id, head }: { readonly id: Id; readonly head: Head }) {
  const { data, error } = useMailServices()
  const service = data?.find((one) => one.id === id)
  if (service === undefined) return <Reading error={error} />
  return <MailServiceForm service={service} head={head} />
}

/// What needs the service is said where it is to be removed; then it cannot be.
function Remove({ service }: { readonly service: ServiceView }) {
  const navigate = useNavigate()
  const readAgain = useReadAgain()
  return (
    <RemoveButton
      name={<bdi>{service.settings.name}</bdi>}
      final={service.uses.length === 0}
      consequence={service.uses.length === 0 ? <Say k="services.removeHint" /> : <Uses uses={service.uses} />}
      remove={async () => {
        await send('DELETE', '/api/services/{service}', { path: { service: service.id } })
        forgetDraft(`services ${service.id}`)
        await readAgain()
      }}
      onRemoved={() => void navigate('/administration/services')}
    />
  )
}

function Uses({ uses }: { readonly uses: readonly ServiceUse[] }): ReactNode {
  const t = useT()
  const named = (use: ServiceUse) =>
    use.kind === 'NUMBER' ? <Ltr>{use.name}</Ltr> : <bdi>{use.kind === 'DISPOSITION' ? choiceName({ name: null, code: use.name }, t) : use.name}</bdi>
  return (
    <>
      <Say k="services.neededBy" />
      <ul className="service-uses" data-testid="service-uses">
        {uses.map((use, index) => (
          <li key={index}>
            <Say k={USES[use.kind]} values={{ name: named(use) }} />
          </li>
        ))}
      </ul>
    </>
  )
}
