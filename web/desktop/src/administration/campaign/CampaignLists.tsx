import { Button } from '@mantine/core'
import { useState } from 'react'
import { send } from '../../api/http.ts'
import type { Id } from '../../api/types.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { useCommand } from '../../shell/useCommand.ts'
import { Choose, Group } from '../fields.tsx'
import { useReadAgain } from '../queries.ts'
import { RemoveButton } from '../RemoveButton.tsx'
import { Reading } from '../Sheet.tsx'
import { DoNotCallUse } from './DoNotCallUse.tsx'
import { ListUse } from './ListUse.tsx'
import { useBoundLists, useServingTeams } from './queries.ts'
import type { CampaignChoices, CampaignView, DispositionChoice } from './types.ts'

interface Props {
  readonly campaign: CampaignView
  readonly choices: CampaignChoices
  readonly dispositions: readonly DispositionChoice[]
}

/// What a campaign is worked with: its lists, in their order, and the teams that serve it.
export function CampaignLists({ campaign, choices, dispositions }: Props) {
  const t = useT()
  const readAgain = useReadAgain()
  const bound = useBoundLists(campaign.id)
  const teams = useServingTeams(campaign.id)
  const [added, setAdded] = useState<Id | null>(null)
  const bind = useCommand(async (list: Id) => {
    const position = Math.min(100, (bound.data?.length ?? 0) + 1)
    await send('PUT', '/api/campaigns/{campaign}/lists/{list}', {
      path: { campaign: campaign.id, list },
      body: { enabled: false, position, ratio: 1, filter: [], sort: [] },
    })
    setAdded(null)
    await readAgain()
  })
  const serve = useCommand(async (chosen: readonly Id[]) => {
    await send('PUT', '/api/campaigns/{campaign}/teams', { path: { campaign: campaign.id }, body: { teams: [...chosen] } })
    await readAgain()
  })
  if (bound.data === undefined || teams.data === undefined) return <Reading error={bound.error ?? teams.error} />
  const free = choices.lists.filter((one) => bound.data.every((each) => each.list !== one.id))
  const serving = teams.data.teams
  return (
    <div className="admin-fields scroll">
      <Group heading="campaign.lists" hint="campaign.listsHint">
        {bound.data.map((one) => {
          const list = choices.lists.find((each) => each.id === one.list)
          if (list === undefined) return null
          return (
            <ListUse
              key={one.list}
              campaign={campaign.id}
              list={list}
              stored={one}
              actions={
                <RemoveButton
                  name={<bdi>{list.name}</bdi>}
                  consequence={<Say k="campaign.unbind" />}
                  remove={async () => {
                    await send('DELETE', '/api/campaigns/{campaign}/lists/{list}', { path: { campaign: campaign.id, list: one.list } })
                    await readAgain()
                  }}
                  onRemoved={() => undefined}
                />
              }
            />
          )
        })}
        {free.length === 0 ? (
          <p className="meta muted">
            <Say k={choices.lists.length === 0 ? 'campaign.noLists' : 'campaign.allBound'} />
          </p>
        ) : (
          <div className="row campaign-add">
            <Choose
              aria-label={t('campaign.addList')}
              placeholder={t('campaign.addList')}
              value={added}
              data={free.map((one) => ({ value: one.id, label: one.name }))}
              data-testid="campaign-add-list"
              onChange={setAdded}
            />
            <Button disabled={added === null} loading={bind.busy} data-testid="campaign-bind" onClick={() => added !== null && void bind.run(added)}>
              <Say k="campaign.bind" />
            </Button>
          </div>
        )}
      </Group>
      <Group heading="campaign.teams" hint="campaign.teamsHint">
        {choices.teams.length === 0 && (
          <p className="meta muted">
            <Say k="campaign.noTeams" />
          </p>
        )}
        {choices.teams.map((team) => (
          <label key={team.id} className="row campaign-team">
            <input
              type="checkbox"
              className="switch"
              role="switch"
              checked={serving.includes(team.id)}
              disabled={serve.busy}
              data-testid="campaign-team"
              onChange={(event) => void serve.run(event.currentTarget.checked ? [...serving, team.id] : serving.filter((one) => one !== team.id))}
            />
            <bdi>{team.name}</bdi>
          </label>
        ))}
      </Group>
      <DoNotCallUse campaign={campaign.id} dispositions={dispositions} />
    </div>
  )
}
