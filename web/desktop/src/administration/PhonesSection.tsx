import { Button } from '@mantine/core'
import { IconDeviceLandlinePhone } from '@tabler/icons-react'
import { Link, useNavigate } from 'react-router'
import type { Id } from '../api/types.ts'
import { Say } from '../i18n/Say.tsx'
import { Listed } from './Listed.tsx'
import { PhoneForm } from './PhoneForm.tsx'
import { usePhones, useUsers } from './queries.ts'
import { None, Reading } from './Sheet.tsx'

/// The telephones of users: each takes the calls of one of them.
export function PhonesSection({ item }: { readonly item: Id | 'new' | null }) {
  const navigate = useNavigate()
  const phones = usePhones()
  const users = useUsers()
  if (phones.data === undefined || users.data === undefined) return <Reading error={phones.error ?? users.error} />
  const open = phones.data.find((one) => one.id === item)
  const art = <IconDeviceLandlinePhone size={32} stroke={1.4} aria-hidden />
  return (
    <div className={phones.data.length === 0 ? 'admin-single' : 'admin-split'}>
      {phones.data.length > 0 && (
        <Listed
          section="phones"
          find="admin.findPhone"
          create="admin.new"
          entries={phones.data.map((phone) => ({
            id: phone.id,
            words: `${phone.name} ${phone.user.name} ${phone.login}`,
            title: <bdi>{phone.name}</bdi>,
            detail: (
              <>
                <bdi>{phone.user.name}</bdi>
                {' · '}
                <Say k={phone.registered ? 'admin.registered' : 'admin.notRegistered'} />
              </>
            ),
          }))}
        />
      )}
      {item === 'new' ? (
        <PhoneForm key="new" phone={null} users={users.data} onMade={(id) => void navigate(`/administration/phones/${id}`, { replace: true })} />
      ) : open !== undefined ? (
        <PhoneForm key={open.id} phone={open} users={users.data} onMade={() => undefined} />
      ) : phones.data.length === 0 ? (
        <None art={art} heading="admin.noPhonesTitle" text="admin.noPhonesText">
          <Button component={Link} to="/administration/phones/new" variant="filled" data-testid="admin-new">
            <Say k="admin.newPhone" />
          </Button>
        </None>
      ) : (
        <None
          art={art}
          heading={item === null ? 'admin.choosePhoneTitle' : 'admin.goneTitle'}
          text={item === null ? 'admin.choosePhoneText' : 'admin.goneText'}
        />
      )}
    </div>
  )
}
