import { Button } from '@mantine/core'
import { IconPlugConnected } from '@tabler/icons-react'
import { Link, useNavigate } from 'react-router'
import type { Id } from '../api/types.ts'
import { Ltr, Say } from '../i18n/Say.tsx'
import { Listed } from './Listed.tsx'
import { useTrunks } from './queries.ts'
import { None, Reading } from './Sheet.tsx'
import { Standing } from './Standing.tsx'
import { draftOf, emptyTrunk } from './trunk.ts'
import { TrunkForm } from './TrunkForm.tsx'

/// The lines to the providers.
export function TrunksSection({ item }: { readonly item: Id | 'new' | null }) {
  const navigate = useNavigate()
  const { data: trunks, error } = useTrunks()
  if (trunks === undefined) return <Reading error={error} />
  const open = trunks.find((one) => one.id === item)
  return (
    <div className={trunks.length === 0 ? 'admin-single' : 'admin-split'}>
      {trunks.length > 0 && (
        <Listed
          section="trunks"
          find="admin.findTrunk"
          create="admin.new"
          entries={trunks.map((trunk) => ({
            id: trunk.id,
            words: `${trunk.name} ${trunk.host}`,
            title: <bdi>{trunk.name}</bdi>,
            detail: (
              <>
                <Standing how={trunk.standing} />
                {' · '}
                <Ltr>{trunk.host}</Ltr>
              </>
            ),
          }))}
        />
      )}
      {item === 'new' ? (
        <TrunkForm
          key="new"
          trunk={null}
          stored={emptyTrunk(trunks.length + 1)}
          onMade={(id) => void navigate(`/administration/trunks/${id}`, { replace: true })}
        />
      ) : open !== undefined ? (
        <TrunkForm key={open.id} trunk={open} stored={draftOf(open)} onMade={() => undefined} />
      ) : trunks.length === 0 ? (
        <None art={<IconPlugConnected size={32} stroke={1.4} aria-hidden />} heading="admin.noTrunksTitle" text="admin.noTrunksText">
          <Button component={Link} to="/administration/trunks/new" variant="filled">
            <Say k="admin.newTrunk" />
          </Button>
        </None>
      ) : (
        <None
          art={<IconPlugConnected size={32} stroke={1.4} aria-hidden />}
          heading={item === null ? 'admin.chooseTrunkTitle' : 'admin.goneTitle'}
          text={item === null ? 'admin.chooseTrunkText' : 'admin.goneText'}
        />
      )}
    </div>
  )
}
