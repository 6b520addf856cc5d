import './list.css'
import { Button } from '@mantine/core'
import { IconAddressBook } from '@tabler/icons-react'
import { Link, useNavigate } from 'react-router'
import type { Id } from '../../api/types.ts'
import { Say } from '../../i18n/Say.tsx'
import { Listed } from '../Listed.tsx'
import { useCountryName } from '../names.ts'
import { None, Reading } from '../Sheet.tsx'
import { ListForm } from './ListForm.tsx'
import { useLists } from './queries.ts'

/// Calling lists: whom campaigns call.
export function ListsSection({ item }: { readonly item: Id | 'new' | null }) {
  const navigate = useNavigate()
  const country = useCountryName()
  const lists = useLists()
  if (lists.data === undefined) return <Reading error={lists.error} />
  const open = lists.data.find((one) => one.id === item)
  const art = <IconAddressBook size={32} stroke={1.4} aria-hidden />
  return (
    <div className={lists.data.length === 0 ? 'admin-single' : 'admin-split'}>
      {lists.data.length > 0 && (
        <Listed
          section="lists"
          find="lists.find"
          create="admin.new"
          entries={lists.data.map((list) => ({
            id: list.id,
            words: list.name,
            title: <bdi>{list.name}</bdi>,
            detail: (
              <>
                {country(list.region)}
                {' · '}
                <Say k="lists.inCampaigns" values={{ count: list.campaigns.length }} />
              </>
            ),
          }))}
        />
      )}
      {item === 'new' ? (
        <ListForm key="new" list={null} onMade={(id) => void navigate(`/administration/lists/${id}`, { replace: true })} />
      ) : open !== undefined ? (
        <ListForm key={open.id} list={open} onMade={() => undefined} />
      ) : lists.data.length === 0 ? (
        <None art={art} heading="lists.noneTitle" text="lists.noneText">
          <Button component={Link} to="/administration/lists/new" variant="filled" data-testid="admin-new">
            <Say k="lists.new" />
          </Button>
        </None>
      ) : (
        <None art={art} heading={item === null ? 'lists.chooseTitle' : 'admin.goneTitle'} text={item === null ? 'lists.chooseText' : 'admin.goneText'} />
      )}
    </div>
  )
}
