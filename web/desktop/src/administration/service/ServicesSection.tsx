import '../campaign/campaign.css'
import '../template/template.css'
import './service.css'
import { Button } from '@mantine/core'
import { IconInbox } from '@tabler/icons-react'
import { Link, useNavigate } from 'react-router'
import type { Id } from '../../api/types.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { Listed } from '../Listed.tsx'
import { None, Reading } from '../Sheet.tsx'
import { NewService } from './NewService.tsx'
import { type ServiceLine, useServices } from './queries.ts'
import { ServicePage } from './ServicePage.tsx'
import { MEDIA } from './settings.ts'

/// What customers come for: who serves it, when it is open, and what its agents do.
export function ServicesSection({ item }: { readonly item: Id | 'new' | null }) {
  const t = useT()
  const navigate = useNavigate()
  const { data, error } = useServices()
  if (data === undefined) return <Reading error={error} />
  const open = data.find((one) => one.id === item)
  const art = <IconInbox size={32} stroke={1.4} aria-hidden />
  return (
    <div className={data.length === 0 ? 'admin-single' : 'admin-split'}>
      {data.length > 0 && (
        <Listed
          section="services"
          find="admin.findService"
          create="admin.new"
          entries={data.map((one) => ({
            id: one.id,
            words: `${one.name} ${t(MEDIA[one.medium] ?? 'services.medium.CHAT')}`,
            title: <bdi>{one.name}</bdi>,
            detail: <Detail service={one} />,
          }))}
        />
      )}
      {item === 'new' ? (
        <NewService onMade={(id) => void navigate(`/administration/services/${id}`, { replace: true })} />
      ) : open !== undefined ? (
        <ServicePage key={open.id} id={open.id} />
      ) : data.length === 0 ? (
        <None art={art} heading="admin.noServicesTitle" text="admin.noServicesText">
          <Button component={Link} to="/administration/services/new" variant="filled" data-testid="admin-new">
            <Say k="services.new" />
          </Button>
        </None>
      ) : (
        <None
          art={art}
          heading={item === null ? 'admin.chooseServiceTitle' : 'admin.goneTitle'}
          text={item === null ? 'admin.chooseServiceText' : 'admin.goneText'}
        />
      )}
    </div>
  )
}

function Detail({ service }: { readonly service: ServiceLine }) {
  return (
    <>
      <Say k={MEDIA[service.medium] ?? 'services.medium.CHAT'} />
      {!service.open && (
        <>
          {' · '}
          <Say k="services.closed" />
        </>
      )}
    </>
  )
}
