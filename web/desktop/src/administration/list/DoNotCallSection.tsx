import './list.css'
import { Button } from '@mantine/core'
import { IconPhoneOff } from '@tabler/icons-react'
import { Link, useNavigate } from 'react-router'
import type { Id } from '../../api/types.ts'
import { Say } from '../../i18n/Say.tsx'
import { Listed } from '../Listed.tsx'
import { None, Reading } from '../Sheet.tsx'
import { DoNotCallForm } from './DoNotCallForm.tsx'
import { useDoNotCall } from './queries.ts'
import { DO_NOT_CALL_KINDS } from './types.ts'

/// What must not be called, and by which campaigns.
export function DoNotCallSection({ item }: { readonly item: Id | 'new' | null }) {
  const navigate = useNavigate()
  const lists = useDoNotCall()
  if (lists.data === undefined) return <Reading error={lists.error} />
  const open = lists.data.find((one) => one.list.id === item)
  const art = <IconPhoneOff size={32} stroke={1.4} aria-hidden />
  return (
    <div className={lists.data.length === 0 ? 'admin-single' : 'admin-split'}>
      {lists.data.length > 0 && (
        <Listed
          section="do-not-call"
          find="lists.find"
          create="admin.new"
          entries={lists.data.map(({ list, entries }) => ({
            id: list.id,
            words: list.name,
            title: <bdi>{list.name}</bdi>,
            detail: (
              <>
                <Say k={DO_NOT_CALL_KINDS[list.kind]} />
                {' · '}
                <Say k="doNotCall.count" values={{ count: entries }} />
              </>
            ),
          }))}
        />
      )}
      {item === 'new' ? (
        <DoNotCallForm key="new" stored={null} onMade={(id) => void navigate(`/administration/do-not-call/${id}`, { replace: true })} />
      ) : open !== undefined ? (
        <DoNotCallForm key={open.list.id} stored={open} onMade={() => undefined} />
      ) : lists.data.length === 0 ? (
        <None art={art} heading="doNotCall.noneTitle" text="doNotCall.noneText">
          <Button component={Link} to="/administration/do-not-call/new" variant="filled" data-testid="admin-new">
            <Say k="lists.new" />
          </Button>
        </None>
      ) : (
        <None art={art} heading={item === null ? 'lists.chooseTitle' : 'admin.goneTitle'} text={item === null ? 'doNotCall.chooseText' : 'admin.goneText'} />
      )}
    </div>
  )
}
