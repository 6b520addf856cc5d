import { Button } from '@mantine/core'
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { send } from '../../api/http.ts'
import type { CampaignChoices, CampaignView, DispositionChoice } from './types.ts'
import type { MessageKey } from '../../i18n/language.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { useCommand } from '../../shell/useCommand.ts'
import { forgetDraft } from '../drafts.ts'
import { useReadAgain } from '../queries.ts'
import { RemoveButton } from '../RemoveButton.tsx'
import { CampaignForm } from './CampaignForm.tsx'
import { CampaignLists } from './CampaignLists.tsx'
import { CampaignProgress } from './CampaignProgress.tsx'

type Tab = 'progress' | 'lists' | 'settings'

const TABS: Readonly<Record<Tab, MessageKey>> = {
  progress: 'campaign.tab.progress',
  lists: 'campaign.tab.lists',
  settings: 'campaign.tab.settings',
}

interface Props {
  readonly campaign: CampaignView
  readonly choices: CampaignChoices
  readonly dispositions: readonly DispositionChoice[]
  readonly manages: boolean
}

/// One campaign: how far it is, what it is worked with, and how it is set up.
export function CampaignPage({ campaign, choices, dispositions, manages }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const readAgain = useReadAgain()
  const [tab, setTab] = useState<Tab>('progress')
  const running = campaign.state === 'RUNNING'
  const path = { campaign: campaign.id }
  const turn = useCommand(async () => {
    if (running) await send('POST', '/api/campaigns/{campaign}/stop', { path })
    else await send('POST', '/api/campaigns/{campaign}/start', { path })
    await readAgain()
  })
  const copy = useCommand(async () => {
    const made = await send('POST', '/api/campaigns/{campaign}/clone', { path, body: { name: t('campaign.copyName', { name: campaign.name }) } })
    await readAgain()
    void navigate(`/administration/campaigns/${made.id}`)
  })
  return (
    <div className="campaign" data-testid="campaign" data-state={campaign.state}>
      <header className="phead">
        <div className="grow">
          <h1 className="trunc">
            <bdi>{campaign.name}</bdi>
          </h1>
          <div className={`meta admin-standing ${running ? 'good' : ''}`} data-testid="campaign-state">
            <i aria-hidden />
            <Say k={running ? 'campaign.running' : campaign.enabled ? 'campaign.stopped' : 'campaign.disabled'} />
          </div>
        </div>
        {manages && (
          <Button size="xs" loading={copy.busy} data-testid="campaign-clone" onClick={() => void copy.run()}>
            <Say k="campaign.clone" />
          </Button>
        )}
        {manages && !running && (
          <RemoveButton
            name={<bdi>{campaign.name}</bdi>}
            consequence={<Say k="campaign.remove" />}
            remove={async () => {
              await send('DELETE', '/api/campaigns/{campaign}', { path })
              forgetDraft(`campaigns ${campaign.id}`)
              await readAgain()
            }}
            onRemoved={() => void navigate('/administration/campaigns')}
          />
        )}
        <Button
          size="xs"
          variant="filled"
          loading={turn.busy}
          leftSection={running ? <IconPlayerStop size={14} aria-hidden /> : <IconPlayerPlay size={14} aria-hidden />}
          data-testid={running ? 'campaign-stop' : 'campaign-start'}
          onClick={() => void turn.run()}
        >
          <Say k={running ? 'campaign.stop' : 'campaign.start'} />
        </Button>
      </header>
      {manages && (
        <div className="campaign-tabs" role="tablist" aria-label={campaign.name}>
          {(Object.keys(TABS) as Tab[]).map((one) => (
            <button key={one} type="button" role="tab" aria-selected={tab === one} data-testid={`campaign-tab-${one}`} onClick={() => setTab(one)}>
              <Say k={TABS[one]} />
            </button>
          ))}
        </div>
      )}
      {tab === 'settings' && manages ? (
        <CampaignForm campaign={campaign} choices={choices} dispositions={dispositions} />
      ) : tab === 'lists' && manages ? (
        <CampaignLists campaign={campaign} choices={choices} dispositions={dispositions} />
      ) : (
        <CampaignProgress campaign={campaign} choices={choices} dispositions={dispositions} />
      )}
    </div>
  )
}
