import './campaign.css'
import { Button } from '@mantine/core'
import { IconSpeakerphone } from '@tabler/icons-react'
import { Link, useNavigate } from 'react-router'
import type { Id } from '../../api/types.ts'
import { Say } from '../../i18n/Say.tsx'
import { useMe } from '../../session/me.ts'
import { Listed } from '../Listed.tsx'
import { None, Reading } from '../Sheet.tsx'
import { CampaignPage } from './CampaignPage.tsx'
import { NewCampaign } from './NewCampaign.tsx'
import { useCampaignChoices, useCampaigns, useDispositions } from './queries.ts'

/// The campaigns: those who run them see how far they are, administrators set them up.
export function CampaignsSection({ item }: { readonly item: Id | 'new' | null }) {
  const navigate = useNavigate()
  const me = useMe()
  const campaigns = useCampaigns()
  const choices = useCampaignChoices()
  const dispositions = useDispositions()
  if (me === undefined || campaigns.data === undefined || choices.data === undefined || dispositions.data === undefined)
    return <Reading error={campaigns.error ?? choices.error ?? dispositions.error} />
  const manages = me.privileges.includes('MANAGE_CAMPAIGNS')
  const open = campaigns.data.find((one) => one.id === item)
  const art = <IconSpeakerphone size={32} stroke={1.4} aria-hidden />
  return (
    <div className={campaigns.data.length === 0 ? 'admin-single' : 'admin-split'}>
      {campaigns.data.length > 0 && (
        <Listed
          section="campaigns"
          find="campaign.find"
          {...(manages ? { create: 'admin.new' as const } : {})}
          entries={campaigns.data.map((one) => ({
            id: one.id,
            words: one.name,
            title: <bdi>{one.name}</bdi>,
            detail: <Say k={one.state === 'RUNNING' ? 'campaign.running' : one.enabled ? 'campaign.stopped' : 'campaign.disabled'} />,
          }))}
        />
      )}
      {item === 'new' && manages ? (
        <NewCampaign services={choices.data.services} onMade={(id) => void navigate(`/administration/campaigns/${id}`, { replace: true })} />
      ) : open !== undefined ? (
        <CampaignPage key={open.id} campaign={open} choices={choices.data} dispositions={dispositions.data} manages={manages} />
      ) : campaigns.data.length === 0 ? (
        <None art={art} heading="campaign.noneTitle" text="campaign.noneText">
          {manages && (
            <Button component={Link} to="/administration/campaigns/new" variant="filled" data-testid="admin-new">
              <Say k="campaign.new" />
            </Button>
          )}
        </None>
      ) : (
        <None art={art} heading={item === null ? 'campaign.chooseTitle' : 'admin.goneTitle'} text={item === null ? 'campaign.chooseText' : 'admin.goneText'} />
      )}
    </div>
  )
}
